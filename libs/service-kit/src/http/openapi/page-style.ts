/** The stylesheet of /docs: calm, by the system's fonts, in the reader's light or dark. */
export const docsStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#fbfaf8, #17181a);
  --raised: light-dark(#ffffff, #1e2023);
  --ink: light-dark(#1d1f23, #e8e6e1);
  --quiet: light-dark(#5b606a, #a5a8ae);
  --line: light-dark(#e4e1da, #34373c);
  --accent: light-dark(#0b5c8a, #8cc8ee);
  --need: light-dark(#8a3d0b, #f0b48c);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0; display: grid; grid-template-columns: 17rem minmax(0, 1fr);
  background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', sans-serif;
}
code, pre { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: .9em; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--raised); padding: .5rem 1rem; z-index: 1; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem; border-right: 1px solid var(--line); font-size: .9rem; }
nav .product { font-weight: 600; margin: 0 0 1rem; }
nav h2 { font-size: .9rem; margin: 1.25rem 0 .25rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: .2rem 0; }
nav a { color: inherit; text-decoration: none; }
nav a:hover { color: var(--accent); text-decoration: underline; }
main { max-width: 56rem; padding: 2rem 2.5rem 6rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; }
main > section { margin-top: 3.5rem; }
article { background: var(--raised); border: 1px solid var(--line); border-radius: .6rem; padding: 1.25rem 1.5rem; margin: 1.25rem 0; }
article h3 { margin: 0; font-size: 1.1rem; }
article h4 { margin: 1.5rem 0 .5rem; font-size: .95rem; }
article p { margin: .5rem 0; }
.version, .quiet, .access, .limits, .type, .about { color: var(--quiet); }
.version { font-size: 1rem; font-weight: 400; }
.access, .limits, .about, .type { font-size: .9rem; }
.route { font-size: 1rem; }
.method { font-weight: 700; font-size: .8rem; letter-spacing: .04em; }
.required { color: var(--need); font-size: .8rem; font-weight: 400; }
.name { color: var(--ink); font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 36rem; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); }
tbody th code { white-space: nowrap; }
thead th { font-weight: 500; color: var(--quiet); }
.fields, .alternatives { list-style: none; margin: .4rem 0; padding-left: .9rem; border-left: 2px solid var(--line); }
.fields li, .alternatives li { padding: .3rem 0; }
.answer { margin: .4rem 0; }
summary { cursor: pointer; }
figure { margin: .75rem 0; }
figcaption { color: var(--quiet); font-size: .85rem; }
pre { background: var(--ground); border: 1px solid var(--line); border-radius: .4rem; padding: .75rem 1rem; overflow-x: auto; margin: .25rem 0; }
@media (max-width: 56rem) {
  body { display: block; }
  nav { position: static; height: auto; max-height: 40vh; border-right: 0; border-bottom: 1px solid var(--line); }
  main { padding: 1.5rem 1rem 4rem; }
  article { padding: 1rem; }
}
`;
