/** So many bytes as people say them, in decimal units: "20 MB", "1.5 GB". */
export function sizeWords(bytes: number): string {
  const [unit, size] = bytes >= 1e9 ? ['GB', 1e9] : bytes >= 1e6 ? ['MB', 1e6] : ['kB', 1e3];
  const count = bytes / size;
  return `${count >= 10 ? Math.round(count) : Number(count.toFixed(1))} ${unit}`;
}
