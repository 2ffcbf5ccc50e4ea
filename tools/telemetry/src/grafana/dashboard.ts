/** A dashboard as it is thought of; {@link toGrafana} adds what Grafana wants besides. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly variables?: readonly Variable[];
  readonly rows: readonly Row[];
}

export interface Variable {
  readonly name: string;
  readonly label: string;
  /** As Grafana's Prometheus source takes it: `label_values(metric, label)`. */
  readonly query: string;
  /** Several at a time, and all of them at first. */
  readonly several?: boolean;
}

export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

export interface Panel {
  readonly title: string;
  /** What one reads off it, for who sees it for the first time. */
  readonly description: string;
  readonly kind: 'timeseries' | 'stat' | 'bargauge';
  /** Grafana's id of a unit: s, reqps, short, percentunit, bytes, … */
  readonly unit: string;
  /** Columns, of 24. */
  readonly width: number;
  readonly queries: readonly Query[];
  /** From this value on it is red. */
  readonly redFrom?: number;
}

export interface Query {
  readonly expr: string;
  /** `{{label}}` is filled in. */
  readonly legend: string;
}
