import { type Html, html, inline, prose } from './html.js';
import { limitsHtml, schemaHtml, typeHtml } from './page-schema.js';
import type { Content, Operation, Parameter, Response } from './types.js';

/** One call: what it takes, what it answers. */
export function operationHtml(method: string, path: string, operation: Operation): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  return html`<article id="${operationId}" aria-labelledby="${operationId}-title">
<h3 id="${operationId}-title">${summary}</h3>
<p class="route"><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></p>
${prose(description)}
<p class="access">${accessOf(operation)}</p>
${parameters && parametersHtml(parameters, summary)}
${requestBody && html`<h4>Body${requestBody.required ? '' : ' (may be left out)'}</h4>${contentHtml(requestBody.content)}`}
<h4>Answers</h4>
${Object.entries(responses).map(([status, response]) => responseHtml(status, response))}
</article>`;
}

function accessOf({ security }: Operation): string {
  if (security.length === 0) return 'Open to all.';
  const ways = security.map(requirement =>
    Object.entries(requirement)
      .map(([scheme, scopes]) => (scopes.length > 0 ? `${scheme} (${scopes.join(', ')})` : scheme))
      .join(' and '),
  );
  return `Needs ${ways.join(' or ')}.`;
}

function parametersHtml(parameters: readonly Parameter[], summary: string): Html {
  return html`<h4>Parameters</h4><div class="scroll" tabindex="0" role="region" aria-label="Parameters of ${summary}"><table>
<thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Type</th><th scope="col">About</th></tr></thead>
<tbody>${parameters.map(
    ({ name, in: where, required, schema, description }) =>
      html`<tr><th scope="row"><code>${name}</code>${
        required && html` <span class="required">required</span>`
      }</th><td>${where}</td><td>${typeHtml(schema)} ${limitsHtml(schema)}</td><td>${inline(description ?? '')}</td></tr>`,
  )}</tbody></table></div>`;
}

function contentHtml(content: Content): Html[] {
  return Object.entries(content).map(
    ([type, { schema }]) => html`<div class="content"><p><code>${type}</code></p>${schemaHtml(schema)}</div>`,
  );
}

/** Problems in a line: they are all of one shape. */
function responseHtml(status: string, { description, headers, content = {} }: Response): Html {
  const isProblem = Object.keys(content).includes('application/problem+json');
  const tags = Object.keys(headers ?? {}).map(name => html` <span class="limits">with ${name}</span>`);
  if (isProblem || Object.keys(content).length === 0) {
    return html`<p class="answer"><strong>${status}</strong> ${inline(description)}${tags}</p>`;
  }
  return html`<details class="answer" open><summary><strong>${status}</strong> ${description}${tags}</summary>${contentHtml(
    content,
  )}</details>`;
}
