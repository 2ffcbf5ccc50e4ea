import { collectDefaultMetrics, Registry } from 'prom-client';
import { type MetricDefinition, sourceMetrics } from './source-metrics.js';

/** What Prometheus and its service discovery add to every series of a service. */
const targetLabels = ['service', 'instance', 'job', 'namespace', 'pod'];

/** Of kube-state-metrics and the kubelet: read where a cluster has them. */
const clusterSeries: Readonly<Record<string, readonly string[]>> = {
  kube_horizontalpodautoscaler_status_current_replicas: ['namespace', 'horizontalpodautoscaler'],
  kube_horizontalpodautoscaler_spec_max_replicas: ['namespace', 'horizontalpodautoscaler'],
  kubelet_volume_stats_available_bytes: ['namespace', 'persistentvolumeclaim'],
  kubelet_volume_stats_capacity_bytes: ['namespace', 'persistentvolumeclaim'],
};

/** Our own metrics. */
export function cairnMetrics(): Map<string, MetricDefinition> {
  return new Map(sourceMetrics().map(metric => [metric.name, metric]));
}

/** Every series that a query may name, with the labels that it may have. */
export function knownSeries(): Map<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>([['up', new Set(targetLabels)]]);
  const add = (name: string, labels: readonly string[]): void => {
    known.set(name, new Set([...targetLabels, ...labels]));
  };
  for (const { name, labels, highestBucket } of cairnMetrics().values()) {
    if (highestBucket === undefined) add(name, labels);
    else {
      add(`${name}_bucket`, [...labels, 'le']);
      add(`${name}_sum`, labels);
      add(`${name}_count`, labels);
    }
  }
  for (const { name } of processMetrics()) add(name, []);
  for (const [name, labels] of Object.entries(clusterSeries)) known.set(name, new Set(labels));
  return known;
}

/** What prom-client says of every process. */
function processMetrics(): { name: string }[] {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry.getMetricsAsArray();
}
