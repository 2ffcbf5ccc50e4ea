const font = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const mono = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Courier New',monospace";

/** Colours for light are inline, for mail programs that drop style sheets; dark mode is designed, not inverted. */
const styles = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .page { background: #161719 !important; }
    .card { background: #1e2023 !important; border-color: #33363b !important; }
    .ink, .ink a { color: #f2f1ee !important; }
    .soft, .soft a { color: #a9adb3 !important; }
    .box { background: #26292d !important; border-color: #3d4147 !important; color: #f2f1ee !important; }
    .rule { border-color: #33363b !important; }
    .ink .button { background: #f2f1ee !important; color: #1c1d1f !important; }
  }
  @media (max-width: 480px) { .pad { padding: 28px 20px !important; } .code { font-size: 20px !important; } }`;

/** The whole page round a mail's main part; both are Handlebars. */
export function page(main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{subject}}</title>
<style>${styles}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f6f5f2;">
<div style="display:none;max-height:0;overflow:hidden;">{{preview}}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f5f2;">
<tr><td align="center" style="padding:32px 16px;">
<p class="soft" style="margin:0 0 16px;${font};font-size:15px;font-weight:600;color:#5d6066;">{{brand.name}}</p>
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e3e1dc;border-radius:14px;">
<tr><td class="pad ink" style="padding:40px;${font};font-size:16px;line-height:1.55;color:#1c1d1f;">
${main}
</td></tr>
</table>
<p class="soft" style="margin:16px 0 0;max-width:560px;${font};font-size:14px;line-height:1.5;color:#5d6066;">{{footer}}</p>
</td></tr>
</table>
</body>
</html>`;
}

export const heading = `<h1 class="ink" style="margin:0 0 12px;${font};font-size:26px;line-height:1.25;font-weight:650;color:#1c1d1f;">`;

export const stone = `<div style="width:104px;height:68px;margin:0 0 24px;border-radius:48% 52% 46% 54% / 58% 54% 46% 42%;{{stone}};" role="img" aria-label="{{tier.name}} stone"></div>`;

/** Each reward with its code large, and what is still to come. */
export const rewards = `{{#each rewards}}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:20px 0 0;">
<tr><td class="box" style="padding:20px;background:#f6f5f2;border:1px solid #e3e1dc;border-radius:10px;${font};font-size:16px;line-height:1.5;color:#1c1d1f;">
<strong>{{words}}</strong>{{#if note}} {{note}}.{{/if}}
{{#if code}}<div class="code" style="margin:10px 0 6px;${mono};font-size:24px;line-height:1.3;font-weight:600;letter-spacing:0.04em;">{{code}}</div>
<span class="soft" style="font-size:14px;color:#5d6066;">Yours alone, good once{{#if expires}}, until {{expires}}{{/if}}. Enter it at the checkout.</span>{{/if}}
</td></tr>
</table>
{{/each}}
{{#each pending}}
<p class="soft" style="margin:20px 0 0;color:#5d6066;"><strong>{{words}}</strong> is being prepared: it comes in a mail of its own as soon as it is ready.</p>
{{/each}}`;

export const next = `{{#if next}}<p class="rule" style="margin:28px 0 0;padding:20px 0 0;border-top:1px solid #e3e1dc;">Next: <strong>{{next.name}}</strong> at {{next.threshold}} points.</p>
{{else}}<p class="rule" style="margin:28px 0 0;padding:20px 0 0;border-top:1px solid #e3e1dc;">That is the top: there is no tier above this one.</p>
{{/if}}`;

export function button(url: string, words: string): string {
  return buttonIn('button', '#1c1d1f', '#ffffff', url, words);
}

/** A button in the data's `button.background` and `button.ink`, in dark mode too: that recolours links, no span in one. */
export function accentButton(url: string, words: string): string {
  const ink = '{{button.ink}}';
  return buttonIn('accent', '{{button.background}}', ink, url, `<span style="color:${ink};">${words}</span>`);
}

function buttonIn(kind: string, background: string, ink: string, url: string, words: string): string {
  return `<p style="margin:24px 0 0;"><a class="${kind}" href="${url}" style="display:inline-block;padding:12px 22px;background:${background};color:${ink};border-radius:8px;${font};font-size:16px;font-weight:600;text-decoration:none;">${words}</a></p>`;
}
