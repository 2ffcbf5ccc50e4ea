/** Imported first and parsed by any Node with modules: an old one gets this line instead of a syntax error. */
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  process.stderr.write(
    `Node 20 or newer is needed, this is ${process.versions.node}: install it from https://nodejs.org.\n`,
  );
  process.exit(1);
}
