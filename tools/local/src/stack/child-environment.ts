const ours =
  /^(npm_|.*_DATABASE_URL$|INIT_CWD$|NODE_CHANNEL|CAIRN_|PORT_BASE$|TEST_|JEST_|NODE_OPTIONS$|NODE_ENV$)/;

/** Our own environment without what is npm's, jest's or meant for one service only. */
export function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries({ ...process.env, ...env }).filter(([name]) => !ours.test(name)));
}
