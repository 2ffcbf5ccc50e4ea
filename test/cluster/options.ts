import { parseArgs } from 'node:util';
import { z } from 'zod';

export const usage = `Usage: npm run test:cluster -- [options]
  --only WORDS     checks whose name has these words; may be repeated
  --skip-images    the images are already where the cluster finds them
  --keep           leaves the cluster and the release as they are in the end
  --list           names every check and ends
`;

/** What the cluster and this machine are; test/cluster/README.md says what each variable means. */
const environment = z.object({
  CLUSTER_LAB: z.string().min(1).optional(),
  KUBECONFIG: z.string().min(1).optional(),
  CLUSTER_HOST: z.ipv4().default('10.240.0.1'),
  CLUSTER_NODE: z.ipv4().default('10.240.0.2'),
  CLUSTER_IMAGES: z
    .string()
    .regex(/^.+:[\w][\w.-]*$/, 'registry/prefix:tag')
    .default('cairn:cluster'),
  CLUSTER_VALUES: z.string().min(1).optional(),
});

export interface ClusterOptions {
  /** The folder of the lab's scripts; undefined: KUBECONFIG leads to a cluster of one's own. */
  readonly lab: string | undefined;
  /** Where pods find this machine. */
  readonly host: string;
  /** Where this machine finds NodePorts. */
  readonly node: string;
  /** What comes before `/<service>:<tag>`, and the tag. */
  readonly images: { readonly registry: string; readonly tag: string };
  /** A values file on top of test/cluster/values.yaml. */
  readonly values: string | undefined;
  readonly only: readonly string[];
  readonly skipImages: boolean;
  readonly keep: boolean;
  readonly list: boolean;
}

/** Reads command line and environment; null when help was asked for. @throws Error with words for a person. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): ClusterOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true, default: [''] },
      'skip-images': { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const given = environment.safeParse(env);
  if (!given.success) throw new Error(z.prettifyError(given.error));
  const { CLUSTER_LAB: lab, KUBECONFIG, CLUSTER_IMAGES: images } = given.data;
  if (lab === undefined && KUBECONFIG === undefined && !values.list) {
    throw new Error('Say which cluster: CLUSTER_LAB=<folder of a lab> or KUBECONFIG=<file>.');
  }
  const colon = images.lastIndexOf(':');
  return {
    lab,
    host: given.data.CLUSTER_HOST,
    node: given.data.CLUSTER_NODE,
    images: { registry: images.slice(0, colon), tag: images.slice(colon + 1) },
    values: given.data.CLUSTER_VALUES,
    only: values.only,
    skipImages: values['skip-images'],
    keep: values.keep,
    list: values.list,
  };
}
