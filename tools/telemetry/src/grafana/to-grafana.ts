import type { Dashboard, Panel, Variable } from './dashboard.js';

// biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana fills it in.
const datasource = { type: 'prometheus', uid: '${datasource}' };
const columns = 24;
const heights = { timeseries: 8, stat: 4, bargauge: 8 } as const;

/** The dashboard as a file that Grafana imports; panels flow from left to right, line by line. */
export function toGrafana(dashboard: Dashboard): object {
  return {
    uid: dashboard.uid,
    title: dashboard.title,
    description: dashboard.description,
    tags: ['cairn'],
    editable: true,
    graphTooltip: 1,
    refresh: '30s',
    schemaVersion: 39,
    time: { from: 'now-1h', to: 'now' },
    timezone: 'browser',
    links: [{ title: 'Cairn', type: 'dashboards', tags: ['cairn'], asDropdown: true, keepTime: true }],
    templating: { list: [datasourceVariable, ...(dashboard.variables ?? []).map(variable)] },
    panels: placed(dashboard),
  };
}

const datasourceVariable = {
  name: 'datasource',
  label: 'Data source',
  type: 'datasource',
  query: 'prometheus',
  current: {},
  hide: 0,
  refresh: 1,
};

function variable({ name, label, query, several = false }: Variable): object {
  return {
    name,
    label,
    type: 'query',
    datasource,
    definition: query,
    query: { query, refId: name },
    refresh: 2,
    sort: 1,
    multi: several,
    includeAll: several,
    ...(several ? { allValue: '.*' } : {}),
    current: several ? { selected: true, text: ['All'], value: ['$__all'] } : {},
  };
}

function placed({ rows }: Dashboard): object[] {
  const all: object[] = [];
  let y = 0;
  for (const { title, panels } of rows) {
    all.push({
      id: all.length + 1,
      type: 'row',
      title,
      collapsed: false,
      gridPos: { x: 0, y, w: columns, h: 1 },
      panels: [],
    });
    y += 1;
    let x = 0;
    let lineHeight = 0;
    for (const each of panels) {
      if (x + each.width > columns) {
        y += lineHeight;
        x = 0;
        lineHeight = 0;
      }
      const h = heights[each.kind];
      all.push({ id: all.length + 1, ...panel(each), gridPos: { x, y, w: each.width, h } });
      x += each.width;
      lineHeight = Math.max(lineHeight, h);
    }
    y += lineHeight;
  }
  return all;
}

function panel({ title, description, kind, unit, queries, redFrom }: Panel): object {
  return {
    type: kind,
    title,
    description,
    datasource,
    fieldConfig: {
      defaults: {
        unit,
        min: 0,
        color: { mode: kind === 'timeseries' ? 'palette-classic' : 'thresholds' },
        thresholds: {
          mode: 'absolute',
          steps: [
            { color: 'green', value: null },
            ...(redFrom === undefined ? [] : [{ color: 'red', value: redFrom }]),
          ],
        },
        ...(kind === 'timeseries'
          ? {
              custom: {
                fillOpacity: 8,
                lineWidth: 1,
                showPoints: 'never',
                thresholdsStyle: { mode: redFrom === undefined ? 'off' : 'dashed' },
              },
            }
          : {}),
      },
      overrides: [],
    },
    options: options[kind],
    targets: queries.map(({ expr, legend }, place) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + place),
      datasource,
      expr,
      legendFormat: legend,
      range: kind === 'timeseries',
      instant: kind !== 'timeseries',
    })),
  };
}

const lastValue = { calcs: ['lastNotNull'], fields: '', values: false };
const options = {
  timeseries: {
    legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
    tooltip: { mode: 'multi', sort: 'desc' },
  },
  stat: { reduceOptions: lastValue, colorMode: 'value', graphMode: 'none', textMode: 'auto' },
  bargauge: { reduceOptions: lastValue, displayMode: 'basic', orientation: 'horizontal', showUnfilled: true },
};
