import { spawnSync } from 'node:child_process';

/** The tools of this level, as `npm test` and `npm run k8s` found or built them. */
function tool(variable: 'CAIRN_HELM' | 'CAIRN_KUBECONFORM'): string {
  const path = process.env[variable];
  if (!path) throw new Error(`${variable} is not set: run this by \`npm test -- chart\` or \`npm run k8s\``);
  return path;
}

/** @throws Error with what the tool said where it fails. */
export function helm(...args: readonly string[]): string {
  return run(tool('CAIRN_HELM'), args);
}

/** Its report; that something is invalid is no failure of the run. */
export function kubeconform(input: string, ...args: readonly string[]): string {
  return run(tool('CAIRN_KUBECONFORM'), args, { input, mayFind: true });
}

function run(
  command: string,
  args: readonly string[],
  { input, mayFind = false }: { input?: string; mayFind?: boolean } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1_048_576,
    ...(input === undefined ? {} : { input }),
  });
  if (error) throw error;
  if (status !== 0 && !(mayFind && stdout !== ''))
    throw new Error(`${command} ${args.join(' ')}\n${stderr}${stdout}`);
  return stdout;
}
