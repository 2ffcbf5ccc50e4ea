const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #6b6862; --line: #e4e1db; --page: #fbfaf8; --card: #fff; --code: #f3f1ec; --go: #14532d; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceae6; --soft: #9d9991; --line: #33312d; --page: #161513; --card: #1d1c19; --code: #282622; --go: #2f7a4d; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 32px 16px 64px; background: var(--page); color: var(--ink); font: 15px/1.5 Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1200px; margin: 0 auto; } main.narrow { max-width: 480px; }
h1 { font-size: 22px; margin: 0; } h2 { font-size: 17px; margin: 0; } h3 { font-size: 14px; margin: 20px 0 4px; color: var(--soft); font-weight: 500; }
p { margin: 4px 0 0; color: var(--soft); } a { color: inherit; }
section { margin-top: 24px; padding: 20px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
.scroll { overflow-x: auto; } table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 500; color: var(--soft); } th, td { padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
tr:last-child td { border-bottom: 0; } code { padding: 2px 6px; background: var(--code); border-radius: 6px; font: 13px/1.4 ui-monospace, monospace; }
form.fields { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; margin-top: 8px; }
label { display: grid; gap: 4px; color: var(--soft); font-size: 13px; }
input, select { font: inherit; color: var(--ink); background: var(--page); border: 1px solid var(--line); border-radius: 8px; padding: 6px 8px; min-width: 120px; }
button { font: inherit; padding: 7px 14px; border-radius: 8px; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer; }
.problem { color: #b42318; } .done { color: var(--go); }
button.go { background: var(--go); border-color: var(--go); color: #fff; } td button { padding: 2px 8px; font-size: 13px; } td form { display: inline; }
`;

/** A whole page; `body` is markup, `title` is text. */
export function page(title: string, body: string, isNarrow = false): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>
<style>${STYLE}</style></head><body><main${isNarrow ? ' class="narrow"' : ''}>${body}</main></body></html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

export function hidden(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
}
