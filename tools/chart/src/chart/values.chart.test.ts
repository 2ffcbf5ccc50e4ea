import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { chartDir } from '../paths.js';
import { clusterValues, objectsOf, profileFiles, profiles, rendered } from './render.js';
import { helm } from './tools.js';
import { validated } from './validate.js';

describe('the chart', () => {
  it.each(profiles)('lints with the profile %s', profile => {
    const files = [clusterValues, ...profileFiles(profile)].flatMap(file => ['-f', file]);
    expect(helm('lint', '--strict', chartDir, ...files)).toContain('0 chart(s) failed');
  });

  it('renders nothing without what has to be given', () => {
    expect(() => rendered({ given: join(chartDir, 'values.yaml') })).toThrow(/: (give|where|the) /);
    expect(() => rendered({ set: ['kafka.brokers=[]'] })).toThrow('kafka.brokers');
    expect(() => rendered({ set: ['publicUrl=""'] })).toThrow('publicUrl');
    expect(() => rendered({ set: ['linkBaseUrl=""'] })).toThrow('linkBaseUrl');
    expect(() => rendered({ set: ['mail.from=""'] })).toThrow('mail.from');
    expect(() => rendered({ set: ['gateway.parentRefs=[]'] })).toThrow('gateway.parentRefs');
  });
});

describe('the schema of its values', () => {
  it.each([
    ['a service that there is not', 'services.billing={}'],
    ['an unknown setting of a service', 'services.points.replica=2'],
    ['an unknown setting at the top', 'replicaCount=2'],
    ['a password', 'redis.password="x"'],
    ['a password of Kafka', 'kafka.sasl.password="x"'],
    ['no replica', 'services.points.replicas=0'],
    ['replicas as a text', 'services.points.replicas="two"'],
    ['a pool that leaves no connection for events', 'services.points.databasePool=6'],
    ['scaling by something else', 'services.points.autoscaling.kind="memory"'],
    ['scaling by CPU without a target', 'services.points.autoscaling.kind="cpu"'],
    ['a broker without a port', 'kafka.brokers=["kafka"]'],
    ['brokers as a text', 'kafka.brokers="kafka:9093"'],
    ['a mechanism that kafkajs does not have', 'kafka.sasl.mechanism="gssapi"'],
    ['a public address with a path', 'publicUrl="https://brand.example/portal"'],
    ['a public address without a scheme', 'publicUrl="brand.example"'],
    ['a level of log that there is not', 'logLevel="verbose"'],
    ['a peer of nothing', 'networkPolicies.ingressFrom=[{}]'],
    ['a peer by a word that there is not', 'networkPolicies.metricsFrom=[{"pods":{}}]'],
    ['Kafka everywhere', 'networkPolicies.kafka.to=[]'],
    ['a port that there is not', 'networkPolicies.redis.port=70000'],
    ['a variable in small letters', 'services.points.env={"chunk_size":500}'],
    ['a share of more than all', 'telemetry.tracesSamplerArg="5"'],
    ['a sampler that there is not', 'telemetry.tracesSampler="sometimes"'],
    ['a bucket that cannot be one', 'media.s3.bucket="My Bucket"'],
    ['keys of the object store', 'media.s3.secretAccessKey="x"'],
    ['an endpoint with a path', 'media.s3.endpoint="https://minio.example/media"'],
    ['files without an end', 'media.videoMegabytes=50000'],
    ['a Secret without a key', 'mail.smtpSecret={"name":"smtp","key":""}'],
  ])('refuses %s (%s)', (_what, entry) => {
    expect(() => rendered({ set: [entry] })).toThrow("don't meet the specifications of the schema");
  });

  it.each([
    ['a variable of a service', 'services.points.env={"CHUNK_SIZE":250}'],
    ['a database elsewhere', 'services.points.database.peers=[{"ipBlock":{"cidr":"10.1.2.3/32"}}]'],
    ['an object store', 'media.s3={"bucket":"brand-media","credentialsSecret":{"name":"media"}}'],
    ['no telemetry', 'telemetry.otlpEndpoint=""'],
    ['nobody who signs in', 'kafka.sasl.mechanism=""'],
  ])('takes %s (%s)', (_what, entry) => {
    expect(validated(rendered({ set: [entry] }))).toEqual([]);
  });
});

describe('what is off by itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-chart-'));
  const chart = join(folder, 'cairn');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('fits its schemas when it is on', () => {
    const all = rendered({
      set: [
        'ingress={"enabled":true,"className":"nginx","tlsSecret":"portal-tls"}',
        'kafka.createTopics.enabled=true',
        'externalSecrets={"enabled":true,"store":{"name":"vault"},"secrets":[{"name":"cairn-smtp","data":[{"key":"url","remoteKey":"smtp"}]}]}',
      ],
    });
    expect(validated(all)).toEqual([]);
    expect(all).toContain('kind: ExternalSecret');
    expect(all).toContain('kind: Ingress');
  });

  it('rules and dashboards are the chart’s own files, whatever is in them', () => {
    cpSync(chartDir, chart, { recursive: true });
    rmSync(join(chart, 'files'), { recursive: true, force: true });
    const switches = ['monitoring.prometheusRule.enabled=true', 'monitoring.dashboards.enabled=true'];
    expect(() => rendered({ chart, set: switches })).toThrow(
      /the chart has no files\/(alerts.yaml|dashboards)/,
    );
    mkdirSync(join(chart, 'files', 'dashboards'), { recursive: true });
    const rule = '{ alert: Lag, expr: "lag > 1", annotations: { summary: "{{ $value }} behind" } }';
    writeFileSync(
      join(chart, 'files', 'alerts.yaml'),
      `---\ngroups:\n  - name: cairn\n    rules: [${rule}]\n`,
    );
    const board = '{ "title": "Journey", "legend": "{{topic}}" }\n';
    writeFileSync(join(chart, 'files', 'dashboards', 'journey.json'), board);
    const text = rendered({ chart, set: switches });
    expect(validated(text)).toEqual([]);
    const objects = objectsOf({ chart, set: switches });
    expect(objects.find(({ kind }) => kind === 'PrometheusRule')?.spec).toEqual({
      groups: [
        {
          name: 'cairn',
          rules: [{ alert: 'Lag', expr: 'lag > 1', annotations: { summary: '{{ $value }} behind' } }],
        },
      ],
    });
    const map = objects.find(({ metadata }) => metadata.name === 'cairn-dashboard-journey');
    expect(map?.metadata.labels).toMatchObject({ grafana_dashboard: '1' });
    expect(map?.data).toEqual({ 'journey.json': board.trimEnd() });
  });
});
