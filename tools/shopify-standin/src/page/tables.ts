const NEWEST = 10;

/** `columns` is text of ours, `rows` is markup. */
export function table(title: string, columns: readonly string[], rows: readonly string[]): string {
  if (rows.length === 0) return `<h3>${title}</h3><p>None yet.</p>`;
  const head = columns.map(column => `<th scope="col">${column}</th>`).join('');
  return `<h3>${title}</h3><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** A row of cells that are markup. */
export function row(...cells: readonly string[]): string {
  return `<tr><td>${cells.join('</td><td>')}</td></tr>`;
}

export function newest<R>(records: ReadonlyMap<number, R>): R[] {
  return [...records.values()].slice(-NEWEST).reverse();
}

export function count(size: number, noun: string): string {
  return `${size.toLocaleString('en')} ${noun}${size === 1 ? '' : 's'}`;
}

export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
