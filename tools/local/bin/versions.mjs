/**
 * The major version in the output of `java -version`, or undefined: 17 for "17.0.15", 8 for "1.8.0_392".
 * @param {string} output
 */
export function javaMajor(output) {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(output);
  if (!match) return undefined;
  return match[1] === '1' ? Number(match[2]) : Number(match[1]);
}

/** Bytes as the two significant digits a reader wants: "1.4 GB", "870 MB". */
export function bytesText(bytes) {
  const gb = bytes / 1024 ** 3;
  return gb >= 1 ? `${gb.toFixed(1)} GB` : `${Math.round(bytes / 1024 ** 2)} MB`;
}
