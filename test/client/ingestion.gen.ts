// Made from docs/openapi by openapi-typescript: see test/e2e/openapi.e2e.test.ts.
export interface paths {
    "/r/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a referral link
         * @description Redirects to the brand’s landing page with `ref`, UTM parameters and, where a person follows it, `cairn_click`, the id of the click; sets a first-party cookie. Bots and browsers that look ahead are redirected and not counted. A code that leads nowhere is answered with a page that says so.
         */
        get: operations["followReferralLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send events
         * @description One event, an array of up to 1000 (at most 5 MB), or NDJSON of any length. The answer comes once all accepted ones are stored for good.
         *
         *     An event's own `id` makes it count once, so `Idempotency-Key` is taken and has nothing to add: after a time-out, 429 or 503 send the same again, as often as needed.
         *
         *     Bad events of an array or of NDJSON are listed in `rejected` and the others are taken; of NDJSON the first 1,000 are listed, and `rejectedCount` counts all. One bad event sent alone is 400.
         */
        post: operations["sendEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/shopify/{brandId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a webhook of a connected shop
         * @description orders/paid, orders/updated, refunds/create and app/uninstalled of Shopify, signed in `X-Shopify-Hmac-Sha256` over the body as it is. Cairn subscribes to them when it is connected; each is taken once by its `X-Shopify-Webhook-Id`. What cannot be read is noted and answered 200: sending it again would not help, and the nightly pull of orders brings what it told of.
         */
        post: operations["takeWebhookOfConnectedShop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Event: {
            /** @description give exactly one of id, externalId, email, code */
            ambassador: {
                code?: string;
                email?: string;
                externalId?: string;
                /** Format: uuid */
                id?: string;
            };
            data: {
                actionId: string;
                paidPartnership?: boolean;
                /** @description an http or https address, such as https://www.tiktok.com/@ada/video/1 */
                proofUrl?: string;
                text?: string;
            };
            /** @description 1 to 200 printable ASCII characters without spaces */
            id: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            occurredAt: string;
            /** @constant */
            type: "action.completed";
        } | {
            /** @description give exactly one of id, externalId, email, code */
            ambassador: {
                code?: string;
                email?: string;
                externalId?: string;
                /** Format: uuid */
                id?: string;
            };
            data: {
                campaignId: string;
            };
            /** @description 1 to 200 printable ASCII characters without spaces */
            id: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            occurredAt: string;
            /** @constant */
            type: "campaign.joined";
        } | {
            /** @description give exactly one of id, externalId, email, code */
            ambassador: {
                code?: string;
                email?: string;
                externalId?: string;
                /** Format: uuid */
                id?: string;
            };
            data: {
                campaignId: string;
            };
            /** @description 1 to 200 printable ASCII characters without spaces */
            id: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            occurredAt: string;
            /** @constant */
            type: "campaign.completed";
        } | {
            /** @description give exactly one of id, externalId, email, code */
            ambassador: {
                code?: string;
                email?: string;
                externalId?: string;
                /** Format: uuid */
                id?: string;
            };
            data: {
                /** @description an ISO 4217 code in upper case, such as USD */
                currency: string;
                customerEmail?: string;
                netAmount: number;
                orderId: string;
            };
            /** @description 1 to 200 printable ASCII characters without spaces */
            id: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            occurredAt: string;
            /** @constant */
            type: "referral.sale";
        } | {
            /** @description give exactly one of id, externalId, email, code */
            ambassador?: {
                code?: string;
                email?: string;
                externalId?: string;
                /** Format: uuid */
                id?: string;
            };
            data: {
                netAmount: number;
                orderId: string;
            };
            /** @description 1 to 200 printable ASCII characters without spaces */
            id: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            occurredAt: string;
            /** @constant */
            type: "referral.refund";
        };
        IngestAnswer: {
            accepted: number;
            rejected: components["schemas"]["RejectedEvent"][];
            rejectedCount?: number;
        };
        Problem: {
            code: string;
            detail?: string;
            errors?: {
                message: string;
                path: string;
            }[];
            status: number;
            title: string;
            type: string;
        };
        RejectedEvent: {
            code: string;
            errors: {
                message: string;
                path: string;
            }[];
            id: string | null;
            index: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    followReferralLink: {
        parameters: {
            query?: {
                /** @description The brand’s slug, where two brands have the code. */
                b?: string;
                /** @description A page of the shop in place of the landing page: a path, with a query or without. What would lead elsewhere leads to the landing page. */
                to?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `invalid_input` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "invalid_input";
                    };
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Too large, too fast, or broken or away on our side: `code` and `detail` say which and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"] | components["schemas"]["Event"][];
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestAnswer"];
                };
            };
            /** @description Bad Request: `invalid_input`, `invalid_json`, `invalid_event` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "invalid_input" | "invalid_json" | "invalid_event";
                    };
                };
            };
            /** @description Unauthorized: `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /** @description Forbidden: `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "forbidden";
                    };
                };
            };
            /** @description Request Timeout: `too_slow` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "too_slow";
                    };
                };
            };
            /** @description Payload Too Large: `too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "too_large";
                    };
                };
            };
            /** @description Unsupported Media Type: `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unsupported_media_type";
                    };
                };
            };
            /** @description Too Many Requests: `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "rate_limited";
                    };
                };
            };
            /** @description Service Unavailable: `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
            /** @description Too large, too fast, or broken or away on our side: `code` and `detail` say which and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeWebhookOfConnectedShop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                brandId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Bad Request: `invalid_input`, `invalid_json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "invalid_input" | "invalid_json";
                    };
                };
            };
            /** @description Unauthorized: `unauthenticated` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unauthenticated";
                    };
                };
            };
            /** @description Not Found: `not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not_found";
                    };
                };
            };
            /** @description Service Unavailable: `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "unavailable";
                    };
                };
            };
            /** @description Too large, too fast, or broken or away on our side: `code` and `detail` say which and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
