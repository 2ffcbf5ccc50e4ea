import { type ApiKeyScope, apiKeyScope } from '@cairn/contracts/events/catalog/api-key-changed';

/** What a key of each scope may do (api.md, Keys). */
export const scopeWords: Record<ApiKeyScope, string> = {
  'events:write': 'Send events: actions, campaigns, sales and refunds.',
  'admin:read': 'Read everything of the brand.',
  'admin:write': 'Change everything of the brand; includes reading.',
};

export const scopes = apiKeyScope.options;
