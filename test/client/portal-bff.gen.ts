// Made from docs/openapi by openapi-typescript: see test/e2e/openapi.e2e.test.ts.
export interface paths {
    "/api/auth/magic-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a sign-in link
         * @description Always 202, whether the address is known or not; the mailed link signs in once, within 15 minutes.
         */
        post: operations["requestSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what may be done
         * @description The actions that earn now, with what is left of their limits and the newest submission.
         */
        get: operations["listOwnActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what became of everything
         * @description Each with words: did it count, and why.
         */
        get: operations["listOwnActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/brands/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what anybody may know of a brand */
        get: operations["getPublicBrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the campaigns that run */
        get: operations["listOwnCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/campaigns/{id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join a campaign */
        post: operations["joinCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the home */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/media/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an own photo or video
         * @description The bytes whose SHA-256 it is. Takes Range, If-Range and If-None-Match; its ETag is that of its content.
         */
        get: operations["getOwnMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/rewards/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim a reward */
        post: operations["claimReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/rewards/{id}/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what may be chosen for a reward */
        get: operations["listRewardChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the session
         * @description Whose portal it is and until when; `lookedBy` is the admin who only looks, with whom nothing is changed.
         */
        get: operations["getPortalSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream the home
         * @description Server-sent events named progress, unlock and reward, each with the whole home; `Last-Event-ID` resumes.
         */
        get: operations["streamHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was handed in */
        get: operations["listOwnSubmissions"];
        put?: never;
        /**
         * Hand in what was done
         * @description The answer comes once it is stored for good; `receipt` says what became of it, or `accepted` where it is not judged yet. A photo or video comes as the part `file` of a form; what may come is at `GET /uploads`.
         */
        post: operations["submitAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/submissions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mend what was handed in
         * @description What lacks its disclosure, or was rejected. It keeps its time and its points. Another photo or video comes as the part `file` of a form.
         */
        put: operations["mendSubmission"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what files may be handed in */
        get: operations["getUploads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List actions */
        get: operations["listActions"];
        put?: never;
        /** Create an action */
        post: operations["createAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an action */
        get: operations["getAction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Update an action */
        patch: operations["updateAction"];
        trace?: never;
    };
    "/api/v1/actions/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive an action */
        post: operations["archiveAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List ambassadors */
        get: operations["listAmbassadors"];
        put?: never;
        /** Create an ambassador */
        post: operations["createAmbassador"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an ambassador */
        get: operations["getAmbassador"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Update an ambassador */
        patch: operations["updateAmbassador"];
        trace?: never;
    };
    "/api/v1/ambassadors/{id}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adjust the points of an ambassador
         * @description Always posted, also below zero and without a live series. The ambassador sees the reason.
         */
        post: operations["adjustPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/{id}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the balance of an ambassador */
        get: operations["getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an ambassador out of their program
         * @description From `at` on, or from now. They keep their points and medals, and may come back by a move.
         */
        post: operations["leaveProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the ledger of an ambassador */
        get: operations["listLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/{id}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at the portal as an ambassador
         * @description A portal session for an hour, with which everything is seen and nothing changed (403 `read_only`). The audit log keeps both names.
         */
        post: operations["lookAsAmbassador"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move an ambassador to another program
         * @description From `at` on, or from now; whoever left comes back. What happened before belongs to the program that they were in, and what was judged stays.
         */
        post: operations["moveAmbassador"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the progress of an ambassador */
        get: operations["getProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the receipts of an ambassador */
        get: operations["listAmbassadorReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/{id}/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rewards of an ambassador */
        get: operations["listRewards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/{id}/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a portal session for an ambassador */
        post: operations["openAmbassadorSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/{id}/unlocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the unlocks of an ambassador */
        get: operations["listUnlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ambassadors/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import ambassadors
         * @description One a line; who is there already is changed. Sent again, nothing changes. In CSV the columns are named like the fields, an address’ parts `address.line1` and so on, and an empty cell is a field that is not there.
         */
        post: operations["importAmbassadors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attribution/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report who had which part in sales
         * @description Divides each order that a shop told of among the ambassadors whose links its buyer had followed within the brand’s window: the same to each click (`linear`), 40% to the first and to the last and 20% to those between (`position`), or half as much for every seven days before the last (`time_decay`). An order without clicks is its ambassador’s. Credits add up to the orders and amounts to their net amount, exactly; awards are not changed by it.
         */
        get: operations["reportAttribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the audit log */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the brand */
        get: operations["getBrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Update the brand */
        patch: operations["updateBrand"];
        trace?: never;
    };
    "/api/v1/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a brand */
        post: operations["createBrand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List campaigns */
        get: operations["listCampaigns"];
        put?: never;
        /** Create a campaign */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a campaign */
        get: operations["getCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Update a campaign */
        patch: operations["updateCampaign"];
        trace?: never;
    };
    "/api/v1/campaigns/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a campaign */
        post: operations["archiveCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code-pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List code pools */
        get: operations["listCodePools"];
        put?: never;
        /** Create a code pool */
        post: operations["createCodePool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code-pools/{id}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add codes to a pool */
        post: operations["addCodesToPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dlq": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List dead letters
         * @description Messages that a service could not process. `value` is null here where it is over 64 KB.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dlq/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a dead letter */
        get: operations["getDeadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dlq/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay a dead letter
         * @description As it was, or mended: `value` is the whole message.
         */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfilment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the fulfilment queue
         * @description Without a status: everything that waits for somebody.
         */
        get: operations["listFulfilmentQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfilment.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export the fulfilment queue */
        get: operations["exportFulfilmentQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfilment/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a reward */
        post: operations["cancelReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfilment/{id}/fulfil": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fulfil a reward */
        post: operations["fulfilReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfilment/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a held reward */
        post: operations["releaseHeldReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfilment/{id}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a reward by another */
        post: operations["replaceRewardByAnother"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfilment/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retry a reward */
        post: operations["retryReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfilment/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a fulfilment
         * @description Within 24 hours.
         */
        post: operations["undoFulfilment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfilment/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fulfil many rewards
         * @description Each on its own: what cannot be done is listed in `refused` with its reason.
         */
        post: operations["bulkFulfilment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fulfilment/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the fulfilment queue */
        get: operations["countFulfilmentQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List API keys */
        get: operations["listKeys"];
        put?: never;
        /** Create an API key */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get who calls */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a photo or video
         * @description The bytes whose SHA-256 it is, of any of the brand’s ambassadors. Takes Range, If-Range and If-None-Match; its ETag is that of its content.
         */
        get: operations["getMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List members */
        get: operations["listMembers"];
        put?: never;
        /** Create a member */
        post: operations["createMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a member */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /** Update a member */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List mails
         * @description Without their words and addresses. `unknown`: nobody knows whether it was sent. `dropped`: it was not, and will not be by itself.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a mail again
         * @description One that is `unknown`, which may then come twice, or `dropped`. It is made anew from what is known now: an unlock’s mail goes with every reward that is ready by then. Sign-in links and alerts are gone once their mail went: `not_resendable`.
         */
        post: operations["sendMessageAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the mails whose fate nobody knows */
        get: operations["countMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List programs */
        get: operations["listPrograms"];
        put?: never;
        /** Create a program */
        post: operations["createProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Update a program */
        patch: operations["updateProgram"];
        trace?: never;
    };
    "/api/v1/programs/{id}/referral-rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the referral rule of a program */
        get: operations["getReferralRule"];
        /** Set the referral rule of a program */
        put: operations["setReferralRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List receipts
         * @description By reason or by ambassador, newest accepted first. `from` and `to` go by when the event happened.
         */
        get: operations["listReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the receipt of an event
         * @description Did it count, and why; of a sale that a shop told of also how it was found to be somebody’s. An id not seen yet is waited for up to 2 seconds.
         */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay receipts
         * @description Judges events again that were refused for `no_live_series`, or with `preview` tells what that would do. Of more than 1,000 it answers 202 and goes on by itself: ask GET /receipts/replays/{id}.
         */
        post: operations["replayReceipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a replay
         * @description How far a replay of many events has come; once it is `done`, what it did or would do.
         */
        get: operations["getReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List series */
        get: operations["listSeries"];
        put?: never;
        /**
         * Create a series
         * @description As a draft.
         */
        post: operations["createSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a series */
        get: operations["getSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update the draft of a series
         * @description Of a published series it begins the draft of its next version.
         */
        patch: operations["updateSeries"];
        trace?: never;
    };
    "/api/v1/series/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Discard the draft of a published series */
        delete: operations["discardSeriesDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a series
         * @description Events that happened before still earn for 72 hours. It cannot be begun again.
         */
        post: operations["endSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview what a retroactive publish would unlock
         * @description Of the draft with these changes, which are not saved; an empty body is the draft as it stands.
         */
        post: operations["previewSeriesImpact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a series
         * @description What happens from now to the resume earns nothing; what is reached unlocks at the resume.
         */
        post: operations["pauseSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Preview a series at any number of points */
        post: operations["previewSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a series
         * @description Its draft becomes the next version, which never changes. With `retroactive` whoever meets a threshold by it unlocks at once, in the background: GET /series/{id} says how far that is.
         */
        post: operations["publishSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume a series */
        post: operations["resumeSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count who stands where in a series */
        get: operations["getSeriesStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a draft series would have done
         * @description Over the brand’s real ledger: how many ambassadors would stand at each tier, how long the way to each takes, and what the rewards would cost. Nothing is kept. Of more than 100,000 ambassadors a sample is looked at, and `sample` says so.
         */
        post: operations["simulateSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List shops */
        get: operations["listShops"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disconnect a shop */
        delete: operations["disconnectShop"];
        options?: never;
        head?: never;
        /** Make a shop the primary one */
        patch: operations["makeShopPrimaryOne"];
        trace?: never;
    };
    "/api/v1/shops/{id}/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look for orders of a shop now
         * @description They are looked for once a day in any case, since webhooks get lost. `ordersPulledAt` of the shop says up to when that was done.
         */
        post: operations["lookForOrdersOfShopNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/{id}/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the variants of a shop */
        get: operations["listVariants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shops/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect a shop
         * @description Open `authorizeUrl` in a browser within 15 minutes; it is good once.
         */
        post: operations["connectShop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List submissions
         * @description Newest first; `order=oldest`: those in review, who waits longest first.
         */
        get: operations["listSubmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a submission */
        get: operations["getSubmission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a submission
         * @description It is awarded the points that its action showed when it was submitted, at that time.
         */
        post: operations["approveSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a submission
         * @description What it was awarded is reversed.
         *
         *     `reason` is one of:
         *     - `wrong_content`: it shows something else than the task asks for.
         *     - `not_visible`: the post is private, deleted, or its address leads nowhere.
         *     - `not_own_content`: it is somebody else's.
         *     - `low_quality`: it cannot be used as it is, such as a blurred photo.
         *     - `missing_requirement`: a part of the task is missing, such as a mention.
         *     - `suspected_fraud`: bought likes, copied reviews, orders of their own.
         *     - `other`: `text` says it, and has to be given.
         *
         *     The ambassador reads the reason in words, and the text as it is.
         */
        post: operations["rejectSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a decision
         * @description What was awarded is reversed, and it is in review again.
         */
        post: operations["undoDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide on many submissions
         * @description Each on its own: what cannot be decided is listed in `refused` with its reason.
         *
         *     `reason` is one of:
         *     - `wrong_content`: it shows something else than the task asks for.
         *     - `not_visible`: the post is private, deleted, or its address leads nowhere.
         *     - `not_own_content`: it is somebody else's.
         *     - `low_quality`: it cannot be used as it is, such as a blurred photo.
         *     - `missing_requirement`: a part of the task is missing, such as a mention.
         *     - `suspected_fraud`: bought likes, copied reviews, orders of their own.
         *     - `other`: `text` says it, and has to be given.
         *
         *     The ambassador reads the reason in words, and the text as it is.
         */
        post: operations["bulkSubmissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count what waits for review */
        get: operations["countWhatWaitsForReview"];
        put?: never;
        post?: never;
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
        AcceptedActivity: {
            /** @description 1 to 200 printable ASCII characters without spaces */
            eventId: string;
            receipt: components["schemas"]["Receipt"];
        };
        Action: {
            archived: boolean;
            /** @enum {string} */
            category: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
            createdAt: string;
            disclosureRequired: boolean;
            /** Format: uuid */
            id: string;
            limit: {
                count: number;
                /** @enum {string} */
                per: "day" | "week" | "month" | "ever";
            } | null;
            name: string;
            points: number;
            /** Format: uuid */
            programId: string;
            /** @enum {string} */
            review: "none" | "all" | "untrusted";
            revision: number;
        };
        AddCodes: {
            codes: string[];
        };
        AddedCodes: {
            added: number;
            duplicates: number;
        };
        Adjustment: {
            available: number;
            eventId: string;
            /** Format: uuid */
            id: string;
            pending: number;
            points: number;
            programId: string | null;
            reason: string;
            seriesId: string | null;
        };
        Ambassador: {
            address: {
                city: string;
                /** @description ISO 3166-1 alpha-2, such as US */
                country: string;
                line1: string;
                line2?: string;
                name: string;
                phone?: string;
                postalCode: string;
                region?: string;
            } | null;
            code: string;
            email: string;
            externalId: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            joinedAt: string;
            link: string;
            locale: string | null;
            memberships: {
                /**
                 * Format: date-time
                 * @description not before the year 1900
                 */
                from: string;
                /** Format: uuid */
                programId: string;
                to: string | null;
            }[];
            name: string;
            programId: string | null;
            revision: number;
            timezone: string | null;
            /** @enum {string} */
            trust: "new" | "standard" | "trusted";
            /** @enum {string} */
            trustSetBy: "admin" | "rule";
        };
        AmbassadorItem: {
            code: string;
            email: string;
            externalId: string | null;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            joinedAt: string;
            link: string;
            locale: string | null;
            name: string;
            programId: string | null;
            timezone: string | null;
        };
        ApiKey: {
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            createdAt: string;
            /** Format: uuid */
            id: string;
            name: string;
            revokedAt: string | null;
            scopes: ("events:write" | "admin:read" | "admin:write")[];
        };
        Attribution: {
            /** Format: uuid */
            ambassadorId: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            decidedAt: string;
            evidence: {
                code: string | null;
                earlierOrderId: string | null;
                /** @enum {string} */
                foundIn: "discount_code" | "note_attribute" | "landing_page" | "earlier_order";
                /** @enum {string} */
                model: "first_click" | "last_click";
                recurringDays: number;
                touches: {
                    /** Format: uuid */
                    ambassadorId: string;
                    /**
                     * Format: date-time
                     * @description not before the year 1900
                     */
                    at: string;
                    /** Format: uuid */
                    clickId: string;
                    code: string;
                }[];
                windowDays: number;
            };
            /** @enum {string} */
            method: "code" | "click" | "ref" | "earlier_order";
            orderId: string;
            orderName: string;
            shopDomain: string;
        };
        AttributionReport: {
            /** @description an ISO 4217 code in upper case, such as USD */
            currency: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            from: string;
            items: {
                ambassador: {
                    /** Format: uuid */
                    id: string;
                    name: string | null;
                };
                credit: string;
                netAmount: number;
                orders: number;
            }[];
            /** @enum {string} */
            model: "linear" | "position" | "time_decay";
            netAmount: number;
            orders: number;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            to: string;
        };
        AuditEntry: {
            action: string;
            actor: {
                id: string;
                ip: string | null;
                /** @enum {string} */
                kind: "api_key" | "admin" | "ambassador" | "platform" | "system";
            };
            after: unknown;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            at: string;
            before: unknown;
            /** Format: uuid */
            id: string;
            target: {
                id: string;
                kind: string;
            };
        };
        Balance: {
            available: number;
            pending: number;
            version: number;
        };
        Brand: {
            accent: string | null;
            attribution: {
                /**
                 * @default last_click
                 * @enum {string}
                 */
                model: "first_click" | "last_click";
                /** @default 0 */
                recurringDays: number;
                windowDays: number;
            };
            currency: string;
            currencyExponent: number;
            disclosureTags: string[];
            /** Format: uuid */
            id: string;
            landingUrl: string | null;
            maxEventAgeDays: number;
            name: string;
            quietAfterDays: number | null;
            reviewSamplePercent: number;
            slug: string;
            timezone: string;
            trustRule: {
                approved: number;
                withinDays: number;
            } | null;
        };
        BrandReceiptItem: {
            activity: string;
            ambassador: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            at: string;
            /** Format: uuid */
            entryId?: string;
            eventId: string;
            explanation: string | null;
            foundBy?: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            occurredAt: string;
            points?: number;
            programId: string | null;
            reason?: ("duplicate_order" | "unknown_ambassador" | "unknown_action" | "unknown_campaign" | "not_a_member" | "no_rule" | "no_live_series" | "currency_mismatch" | "campaign_not_running" | "already_joined" | "already_completed" | "duplicate_proof" | "limit_reached" | "disclosure_missing" | "rejected" | "nothing_to_reverse" | "zero_points") | ("waits_for_ambassador" | "waits_for_sale") | ("action_review" | "self_referral_review");
            /** @enum {string} */
            status: "accepted" | "awarded" | "held" | "reversed" | "in_review" | "not_awarded" | "parked";
            title: string;
        };
        BulkAnswer: {
            done: string[];
            refused: {
                code: string;
                detail: string;
                /** Format: uuid */
                id: string;
            }[];
        };
        BulkFulfilment: {
            /** @enum {string} */
            action: "fulfil" | "undo" | "release" | "cancel" | "retry";
            ids: string[];
            note?: string;
            tracking?: string;
        };
        /** @description say why: "other" says nothing by itself */
        BulkSubmissions: {
            /** @enum {string} */
            action: "approve" | "undo";
            ids: string[];
        } | {
            /** @constant */
            action: "reject";
            ids: string[];
            /** @enum {string} */
            reason: "wrong_content" | "not_visible" | "not_own_content" | "low_quality" | "missing_requirement" | "suspected_fraud" | "other";
            text?: string;
        };
        Campaign: {
            archived: boolean;
            completionPoints: number;
            createdAt: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            endsAt: string;
            /** Format: uuid */
            id: string;
            joinPoints: number;
            name: string;
            programIds: string[];
            revision: number;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            startsAt: string;
        };
        ClaimReward: {
            address: {
                city: string;
                /** @description ISO 3166-1 alpha-2, such as US */
                country: string;
                line1: string;
                line2?: string;
                name: string;
                phone?: string;
                postalCode: string;
                region?: string;
            };
            variantId?: string;
        };
        CodePool: {
            createdAt: string;
            /** Format: uuid */
            id: string;
            left: number;
            lowAt: number;
            name: string;
            waiting: number;
        };
        ConnectingShop: {
            authorizeUrl: string;
        };
        ConnectShop: {
            /** @description the shop’s own address, such as rosewood.myshopify.com */
            domain: string;
        };
        CreateAction: {
            /** @enum {string} */
            category: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
            /** @description If left out: false */
            disclosureRequired?: boolean;
            /** @description If left out: null */
            limit?: {
                count: number;
                /** @enum {string} */
                per: "day" | "week" | "month" | "ever";
            } | null;
            name: string;
            points: number;
            /** Format: uuid */
            programId: string;
            /**
             * @description If left out: "none"
             * @enum {string}
             */
            review?: "none" | "all" | "untrusted";
        };
        CreateAdjustment: {
            /** @description a number of points, not 0: above to add, below to take */
            points: number;
            reason: string;
        };
        CreateApiKey: {
            name: string;
            scopes: ("events:write" | "admin:read" | "admin:write")[];
        };
        CreateBrand: {
            /** @description If left out: null */
            accent?: string | null;
            /** @description If left out: {"windowDays":30,"model":"last_click","recurringDays":0} */
            attribution?: {
                /**
                 * @description If left out: "last_click"
                 * @enum {string}
                 */
                model?: "first_click" | "last_click";
                /** @description If left out: 0 */
                recurringDays?: number;
                windowDays: number;
            };
            /** @description an ISO 4217 code in upper case, such as USD */
            currency: string;
            /** @description If left out: [] */
            disclosureTags?: string[];
            /** @description If left out: null */
            landingUrl?: string | null;
            /** @description If left out: 400 */
            maxEventAgeDays?: number;
            name: string;
            owner?: {
                /** Format: email */
                email: string;
                name: string;
            };
            /** @description If left out: 7 */
            quietAfterDays?: number | null;
            /** @description If left out: 10 */
            reviewSamplePercent?: number;
            /** @description lower-case letters, digits and hyphens, at most 63 */
            slug?: string;
            /** @description an IANA time zone, such as Europe/London */
            timezone: string;
            /** @description If left out: null */
            trustRule?: {
                approved: number;
                withinDays: number;
            } | null;
        };
        /** @description must be after startsAt */
        CreateCampaign: {
            /** @description If left out: 0 */
            completionPoints?: number;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            endsAt: string;
            /** @description If left out: 0 */
            joinPoints?: number;
            name: string;
            programIds: string[];
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            startsAt: string;
        };
        CreateCodePool: {
            /** @description If left out: 0 */
            lowAt?: number;
            name: string;
        };
        CreatedAmbassador: {
            code: string;
            /** Format: uuid */
            id: string;
            link: string;
        };
        CreatedApiKey: {
            /** Format: uuid */
            id: string;
            key: string;
        };
        CreatedBrand: {
            apiKey: string;
            /** Format: uuid */
            id: string;
            slug: string;
        };
        CreateMember: {
            /** Format: email */
            email: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "manager" | "reviewer" | "viewer";
        };
        CreateProgram: {
            category: string;
            /** @description If left out: null */
            commissionRate?: string | null;
            /** @description If left out: 0 */
            holdDays?: number;
            name: string;
        };
        CreateSeries: {
            category: string;
            completion: {
                /** @constant */
                kind: "stay";
            } | {
                /** @description If left out: false */
                carryOver?: boolean;
                /** @constant */
                kind: "repeat";
                /** @description If left out: null */
                maxCycles?: number | null;
            } | {
                /** @constant */
                kind: "promote";
                /** Format: uuid */
                programId: string;
            };
            /** @description If left out: null */
            endsAt?: string | null;
            name: string;
            programIds: string[];
            /** @description If left out: null */
            startsAt?: string | null;
            /** @description thresholds must ascend strictly; together at most 300,000 characters: shorten the e-mails */
            tiers: {
                /** @description If left out: "" */
                description?: string;
                /** @description If left out: null */
                email?: {
                    body: string;
                    subject: string;
                } | null;
                /** Format: uuid */
                id?: string;
                medal: {
                    /** @enum {string} */
                    preset: "bronze" | "silver" | "gold" | "platinum" | "diamond" | "ruby" | "emerald" | "sapphire";
                } | {
                    gradient: {
                        angle: number;
                        colors: string[];
                    };
                };
                name: string;
                /** @description If left out: [] */
                rewards?: components["schemas"]["RewardInput"][];
                threshold: number;
            }[];
        };
        DeadLetter: {
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            at: string;
            consumer: string | null;
            error: string;
            /** Format: uuid */
            id: string;
            key: string | null;
            offset: string | null;
            partition: number | null;
            reason: string;
            replayedAt: string | null;
            /** @enum {string} */
            status: "open" | "replayed";
            topic: string;
            value: string | null;
        };
        Fulfil: {
            note?: string;
            tracking?: string;
        };
        FulfilmentCounts: {
            byStatus: {
                [key: string]: number;
            };
            waiting: number;
        };
        FulfilmentItem: {
            address?: {
                city: string;
                /** @description ISO 3166-1 alpha-2, such as US */
                country: string;
                line1: string;
                line2?: string;
                name: string;
                phone?: string;
                postalCode: string;
                region?: string;
            };
            ambassador: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            code?: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            createdAt: string;
            cycle: number;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            fulfilledAt?: string;
            /** @enum {string} */
            heldBecause?: "quiet" | "deficit";
            /** Format: uuid */
            id: string;
            note?: string;
            orderName?: string;
            problem?: string;
            series: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** @enum {string} */
            status: "pending" | "issued" | "ordered" | "needs_fulfilment" | "fulfilled" | "waiting_for_codes" | "claimable" | "held" | "needs_attention" | "cancelled";
            tier: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            title: string;
            tracking?: string;
            /** @enum {string} */
            type: "discount_code" | "manual_product" | "custom" | "shopify_product";
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            undoUntil?: string;
            version: number;
        };
        Home: {
            activity: {
                eventId: string;
                explanation: string | null;
                /**
                 * Format: date-time
                 * @description not before the year 1900
                 */
                occurredAt: string;
                points: number | null;
                /** @enum {string} */
                status: "accepted" | "awarded" | "held" | "reversed" | "in_review" | "not_awarded" | "parked";
                title: string;
            }[];
            ambassador: {
                code: string;
                /** Format: uuid */
                id: string;
                link: string;
                name: string;
            };
            brand: {
                accent: string | null;
                currency: string;
                name: string;
                slug: string;
                timezone: string;
            };
            currentTier: {
                /** Format: uuid */
                id: string;
                medal: {
                    /** @enum {string} */
                    preset: "bronze" | "silver" | "gold" | "platinum" | "diamond" | "ruby" | "emerald" | "sapphire";
                } | {
                    gradient: {
                        angle: number;
                        colors: string[];
                    };
                };
                name: string;
                threshold: number;
            } | null;
            cycle: number;
            epoch: number;
            nextTier: {
                /** Format: uuid */
                id: string;
                medal: {
                    /** @enum {string} */
                    preset: "bronze" | "silver" | "gold" | "platinum" | "diamond" | "ruby" | "emerald" | "sapphire";
                } | {
                    gradient: {
                        angle: number;
                        colors: string[];
                    };
                };
                missing: number;
                name: string;
                rewards: string[];
                threshold: number;
            } | null;
            pending: number;
            pendingUntil: string | null;
            points: number;
            program: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            revision: number;
            rewards: {
                code: string | null;
                cycle: number;
                expiresAt: string | null;
                /** Format: uuid */
                id: string;
                note: string | null;
                orderName: string | null;
                /** @enum {string} */
                status: "pending" | "issued" | "ordered" | "needs_fulfilment" | "fulfilled" | "waiting_for_codes" | "claimable" | "held" | "needs_attention" | "cancelled";
                tier: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                title: string;
                tracking: string | null;
                type: string;
            }[];
            series: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            tiers: {
                deficit: number;
                description: string;
                /** Format: uuid */
                id: string;
                medal: {
                    /** @enum {string} */
                    preset: "bronze" | "silver" | "gold" | "platinum" | "diamond" | "ruby" | "emerald" | "sapphire";
                } | {
                    gradient: {
                        angle: number;
                        colors: string[];
                    };
                };
                name: string;
                rewards: string[];
                threshold: number;
                unlockedAt: string | null;
            }[];
            waysToEarn: ({
                award: string;
                code: string;
                /** @constant */
                kind: "referral";
                link: string | null;
                title: string;
            } | {
                award: string;
                /** @enum {string} */
                category: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
                disclosureTags: string[];
                /** Format: uuid */
                id: string;
                /** @constant */
                kind: "action";
                left: number | null;
                limit: {
                    count: number;
                    /** @enum {string} */
                    per: "day" | "week" | "month" | "ever";
                } | null;
                points: number;
                title: string;
            } | {
                award: string;
                completionPoints: number;
                /**
                 * Format: date-time
                 * @description not before the year 1900
                 */
                endsAt: string;
                /** Format: uuid */
                id: string;
                joinPoints: number;
                /** @constant */
                kind: "campaign";
                /** @enum {string} */
                state: "open" | "joined" | "completed";
                title: string;
            })[];
        };
        ImpactOfSeries: {
            category?: string;
            completion?: {
                /** @constant */
                kind: "stay";
            } | {
                /** @description If left out: false */
                carryOver?: boolean;
                /** @constant */
                kind: "repeat";
                /** @description If left out: null */
                maxCycles?: number | null;
            } | {
                /** @constant */
                kind: "promote";
                /** Format: uuid */
                programId: string;
            };
            endsAt?: string | null;
            name?: string;
            programIds?: string[];
            startsAt?: string | null;
            /** @description thresholds must ascend strictly; together at most 300,000 characters: shorten the e-mails */
            tiers?: {
                /** @description If left out: "" */
                description?: string;
                /** @description If left out: null */
                email?: {
                    body: string;
                    subject: string;
                } | null;
                /** Format: uuid */
                id?: string;
                medal: {
                    /** @enum {string} */
                    preset: "bronze" | "silver" | "gold" | "platinum" | "diamond" | "ruby" | "emerald" | "sapphire";
                } | {
                    gradient: {
                        angle: number;
                        colors: string[];
                    };
                };
                name: string;
                /** @description If left out: [] */
                rewards?: components["schemas"]["RewardInput"][];
                threshold: number;
            }[];
        };
        ImportReport: {
            created: number;
            rejected: {
                code: string;
                errors: {
                    message: string;
                    path: string;
                }[];
                index: number;
            }[];
            updated: number;
        };
        LeaveProgram: {
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            at?: string;
        };
        LedgerItem: {
            availableDelta: number;
            eventId: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "action" | "campaign_join" | "campaign_completion" | "referral" | "release" | "reversal" | "adjustment";
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            occurredAt: string;
            pendingDelta: number;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            postedAt: string;
            programId: string | null;
            reason: string | null;
            rule: unknown;
            seq: number;
            seriesId: string | null;
        };
        Me: {
            brand: {
                accent: string | null;
                /** Format: uuid */
                id: string;
                name: string;
                slug: string;
            };
            can: ("read" | "write" | "fulfil" | "members")[];
            email: string | null;
            /** @enum {string} */
            kind: "admin" | "api_key";
            name: string;
            role: ("owner" | "manager" | "reviewer" | "viewer") | null;
        };
        Media: {
            bytes: number;
            /** @enum {string} */
            kind: "photo" | "video";
            type: string;
            url: string;
        };
        Member: {
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            createdAt: string;
            /** Format: email */
            email: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "manager" | "reviewer" | "viewer";
        };
        MendSubmission: {
            paidPartnership?: boolean;
            proofUrl?: string | null;
            text?: string | null;
        };
        Message: {
            ambassadorId: string | null;
            ambassadorName: string | null;
            canBeSentAgain: boolean;
            cause: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            createdAt: string;
            failures: number;
            /** Format: uuid */
            id: string;
            problem: string | null;
            /** @enum {string} */
            status: "waiting" | "sending" | "sent" | "unknown" | "dropped";
            template: string;
            tier: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
        };
        MessageCounts: {
            canBeSentAgain: number;
            unknown: number;
        };
        MoveAmbassador: {
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            at?: string;
            /** Format: uuid */
            programId: string;
        };
        OwnSubmission: {
            action: {
                /** @enum {string} */
                category: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            actionId: string | null;
            /** Format: uuid */
            ambassadorId: string;
            attempt: number;
            /** @description 1 to 200 printable ASCII characters without spaces */
            eventId: string;
            explanation: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "action" | "self_referral";
            media: components["schemas"]["Media"] | null;
            order: {
                /** @description an ISO 4217 code in upper case, such as USD */
                currency: string;
                id: string;
                netAmount: number;
            } | null;
            paidPartnership: boolean;
            points: number;
            /** Format: uuid */
            programId: string;
            proofUrl: string | null;
            reason: ("wrong_content" | "not_visible" | "not_own_content" | "low_quality" | "missing_requirement" | "suspected_fraud" | "other") | null;
            rejectionText: string | null;
            reviewedAt: string | null;
            revision: number;
            /** @enum {string} */
            status: "in_review" | "disclosure_missing" | "approved" | "rejected";
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            submittedAt: string;
            text: string | null;
            waitingSince: string | null;
        };
        PortalAction: {
            /** @enum {string} */
            category: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
            disclosureTags: string[];
            /** Format: uuid */
            id: string;
            left: number | null;
            limit: {
                count: number;
                /** @enum {string} */
                per: "day" | "week" | "month" | "ever";
            } | null;
            name: string;
            points: number;
            /** Format: uuid */
            programId: string;
            /** @enum {string} */
            review: "none" | "all" | "untrusted";
            submission: components["schemas"]["OwnSubmission"] | null;
            waiting: number;
        };
        PortalCampaign: {
            completionPoints: number;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            endsAt: string;
            /** Format: uuid */
            id: string;
            joinPoints: number;
            name: string;
            /** @enum {string} */
            state: "open" | "joined" | "completed";
        };
        PortalSession: {
            ambassador: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            expiresAt: string;
            lookedBy: string | null;
        };
        PreviewSeries: {
            points: number;
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
        Program: {
            category: string;
            commissionRate: string | null;
            holdDays: number;
            /** Format: uuid */
            id: string;
            name: string;
            revision: number;
        };
        ProgramReferralRule: {
            /** Format: uuid */
            programId: string;
            rule: ({
                /** @constant */
                mode: "flat";
                points: number;
            } | {
                /** @constant */
                mode: "fixed";
                /** @description a plain decimal string with at most 6 decimals, such as "0.25"; at most "1000" */
                rate: string;
            } | {
                lookbackDays: number | null;
                /** @enum {string} */
                metric: "order_amount" | "sales_count" | "sales_amount";
                /** @constant */
                mode: "tiered";
                tiers: {
                    from: number;
                    points?: number;
                    /** @description a plain decimal string with at most 6 decimals, such as "0.25"; at most "1000" */
                    rate?: string;
                }[];
            }) | null;
        };
        Progress: {
            currentTier: {
                /** Format: uuid */
                id: string;
                medal: {
                    /** @enum {string} */
                    preset: "bronze" | "silver" | "gold" | "platinum" | "diamond" | "ruby" | "emerald" | "sapphire";
                } | {
                    gradient: {
                        angle: number;
                        colors: string[];
                    };
                };
                name: string;
                threshold: number;
            } | null;
            cycle: number;
            nextTier: {
                /** Format: uuid */
                id: string;
                missing: number;
                name: string;
                rewards: string[];
                threshold: number;
            } | null;
            pending: number;
            points: number;
            program: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            series: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            tiers: {
                deficit: number;
                /** Format: uuid */
                id: string;
                medal: {
                    /** @enum {string} */
                    preset: "bronze" | "silver" | "gold" | "platinum" | "diamond" | "ruby" | "emerald" | "sapphire";
                } | {
                    gradient: {
                        angle: number;
                        colors: string[];
                    };
                };
                name: string;
                threshold: number;
                unlockedAt: string | null;
            }[];
            version: number;
        };
        PublishedSeries: {
            category: string;
            completion: {
                /** @constant */
                kind: "stay";
            } | {
                carryOver: boolean;
                /** @constant */
                kind: "repeat";
                maxCycles: number | null;
            } | {
                /** @constant */
                kind: "promote";
                /** Format: uuid */
                programId: string;
            };
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            createdAt: string;
            /** @default null */
            draft: components["schemas"]["SeriesDraft"] | null;
            endsAt: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            programIds: string[];
            /** @default null */
            retroactive: components["schemas"]["RetroactiveProgress"] | null;
            revision: number;
            startsAt: string | null;
            /** @enum {string} */
            status: "draft" | "scheduled" | "live" | "paused" | "ended";
            tiers: components["schemas"]["Tier"][];
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            updatedAt: string;
            version: number;
            warnings: {
                code: string;
                text: string;
            }[];
        };
        PublishSeries: {
            /** @description If left out: false */
            retroactive?: boolean;
        };
        Receipt: {
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            at: string;
            attribution?: components["schemas"]["Attribution"];
            /** Format: uuid */
            entryId?: string;
            eventId: string;
            points?: number;
            reason?: ("duplicate_order" | "unknown_ambassador" | "unknown_action" | "unknown_campaign" | "not_a_member" | "no_rule" | "no_live_series" | "currency_mismatch" | "campaign_not_running" | "already_joined" | "already_completed" | "duplicate_proof" | "limit_reached" | "disclosure_missing" | "rejected" | "nothing_to_reverse" | "zero_points") | ("waits_for_ambassador" | "waits_for_sale") | ("action_review" | "self_referral_review");
            /** @enum {string} */
            status: "accepted" | "awarded" | "held" | "reversed" | "in_review" | "not_awarded" | "parked";
        };
        ReceiptItem: {
            activity: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            at: string;
            /** Format: uuid */
            entryId?: string;
            eventId: string;
            explanation: string | null;
            foundBy?: string;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            occurredAt: string;
            points?: number;
            reason?: ("duplicate_order" | "unknown_ambassador" | "unknown_action" | "unknown_campaign" | "not_a_member" | "no_rule" | "no_live_series" | "currency_mismatch" | "campaign_not_running" | "already_joined" | "already_completed" | "duplicate_proof" | "limit_reached" | "disclosure_missing" | "rejected" | "nothing_to_reverse" | "zero_points") | ("waits_for_ambassador" | "waits_for_sale") | ("action_review" | "self_referral_review");
            /** @enum {string} */
            status: "accepted" | "awarded" | "held" | "reversed" | "in_review" | "not_awarded" | "parked";
            title: string;
        };
        ReferralRuleInput: {
            /** @constant */
            mode: "flat";
            points: number;
        } | {
            /** @constant */
            mode: "fixed";
            /** @description a plain decimal string with at most 6 decimals, such as "0.25"; at most "1000" */
            rate: string;
        } | {
            /** @description If left out: null */
            lookbackDays?: number | null;
            /** @enum {string} */
            metric: "order_amount" | "sales_count" | "sales_amount";
            /** @constant */
            mode: "tiered";
            /** @description tiers begin in ascending order, each above the one before */
            tiers: {
                from: number;
                points?: number;
                /** @description a plain decimal string with at most 6 decimals, such as "0.25"; at most "1000" */
                rate?: string;
            }[];
        };
        /** @description say why: "other" says nothing by itself */
        RejectSubmission: {
            /** @enum {string} */
            reason: "wrong_content" | "not_visible" | "not_own_content" | "low_quality" | "missing_requirement" | "suspected_fraud" | "other";
            text?: string;
        };
        ReplaceReward: {
            reward: components["schemas"]["RewardInput"];
        };
        ReplayAnswer: {
            others: {
                events: number;
                reason: string;
            }[];
            points: number;
            wouldAward: number;
        } | {
            others: {
                events: number;
                reason: string;
            }[];
            points: number;
            replayed: number;
        };
        ReplayDeadLetter: {
            value?: {
                [key: string]: unknown;
            } | string;
        };
        ReplayProgress: {
            /** Format: uuid */
            id: string;
            judged: number;
            others: {
                events: number;
                reason: string;
            }[];
            points: number;
            preview: boolean;
            replayed?: number;
            /** @enum {string} */
            status: "running" | "done";
            total: number;
            wouldAward?: number;
        };
        /** @description give eventIds or a filter, and not both */
        ReplayReceipts: {
            eventIds?: string[];
            filter?: {
                /**
                 * Format: date-time
                 * @description not before the year 1900
                 */
                from?: string;
                /** Format: uuid */
                programId?: string;
                /** @enum {string} */
                reason: "duplicate_order" | "unknown_ambassador" | "unknown_action" | "unknown_campaign" | "not_a_member" | "no_rule" | "no_live_series" | "currency_mismatch" | "campaign_not_running" | "already_joined" | "already_completed" | "duplicate_proof" | "limit_reached" | "disclosure_missing" | "rejected" | "nothing_to_reverse" | "zero_points";
                /**
                 * Format: date-time
                 * @description not before the year 1900
                 */
                to?: string;
            };
            /** @description If left out: false */
            preview?: boolean;
        };
        RequestMagicLink: {
            /**
             * @description If left out: "ambassador"
             * @enum {string}
             */
            as?: "ambassador" | "admin";
            brand: string;
            /** Format: email */
            email: string;
        };
        RetroactiveProgress: {
            done: number;
            finishedAt: string | null;
            gained: number;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            startedAt: string;
            total: number;
            version: number;
        };
        Reward: {
            code?: string;
            cycle: number;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            fulfilledAt?: string;
            /** Format: uuid */
            id: string;
            orderName?: string;
            problem?: string;
            /** @enum {string} */
            status: "pending" | "issued" | "ordered" | "needs_fulfilment" | "fulfilled" | "waiting_for_codes" | "claimable" | "held" | "needs_attention" | "cancelled";
            tier: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            title: string;
            /** @enum {string} */
            type: "discount_code" | "manual_product" | "custom" | "shopify_product";
        };
        RewardInput: ({
            amount?: number;
            cost?: number;
            expiresInDays?: number;
            minSubtotal?: number;
            percent?: number;
            /** Format: uuid */
            shopId?: string;
            /** @constant */
            source: "shopify";
            /** @constant */
            type: "discount_code";
            uses?: number;
        } | {
            amount?: number;
            cost?: number;
            expiresInDays?: number;
            minSubtotal?: number;
            percent?: number;
            /** Format: uuid */
            poolId: string;
            /** @constant */
            source: "pool";
            /** @constant */
            type: "discount_code";
        }) | {
            cost?: number;
            name: string;
            /** @constant */
            type: "manual_product";
        } | {
            cost?: number;
            /** @description If left out: "" */
            description?: string;
            title: string;
            /** @constant */
            type: "custom";
        } | {
            choice?: boolean;
            cost?: number;
            title?: string;
            /** @constant */
            type: "shopify_product";
            /** @description a variant’s id of the shop */
            variantId: string;
        };
        Series: {
            category: string;
            completion: {
                /** @constant */
                kind: "stay";
            } | {
                carryOver: boolean;
                /** @constant */
                kind: "repeat";
                maxCycles: number | null;
            } | {
                /** @constant */
                kind: "promote";
                /** Format: uuid */
                programId: string;
            };
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            createdAt: string;
            /** @default null */
            draft: components["schemas"]["SeriesDraft"] | null;
            endsAt: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            programIds: string[];
            /** @default null */
            retroactive: components["schemas"]["RetroactiveProgress"] | null;
            revision: number;
            startsAt: string | null;
            /** @enum {string} */
            status: "draft" | "scheduled" | "live" | "paused" | "ended";
            tiers: components["schemas"]["Tier"][];
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            updatedAt: string;
            version: number;
        };
        SeriesDraft: {
            category: string;
            completion: {
                /** @constant */
                kind: "stay";
            } | {
                carryOver: boolean;
                /** @constant */
                kind: "repeat";
                maxCycles: number | null;
            } | {
                /** @constant */
                kind: "promote";
                /** Format: uuid */
                programId: string;
            };
            endsAt: string | null;
            name: string;
            programIds: string[];
            startsAt: string | null;
            tiers: components["schemas"]["Tier"][];
        };
        SeriesImpact: {
            completing: number;
            gaining: {
                ambassadors: number;
                tier: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    threshold: number;
                };
            }[];
            warnings: {
                code: string;
                text: string;
            }[];
        };
        SeriesItem: {
            category: string;
            /** @default false */
            hasDraft: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            needsFulfilment: number;
            participants: number;
            programs: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /** @enum {string} */
            status: "draft" | "scheduled" | "live" | "paused" | "ended";
            tiers: {
                /** Format: uuid */
                id: string;
                medal: {
                    /** @enum {string} */
                    preset: "bronze" | "silver" | "gold" | "platinum" | "diamond" | "ruby" | "emerald" | "sapphire";
                } | {
                    gradient: {
                        angle: number;
                        colors: string[];
                    };
                };
                name: string;
                threshold: number;
            }[];
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            updatedAt: string;
        };
        SeriesStanding: {
            participants: number;
            tiers: {
                /** Format: uuid */
                id: string;
                unlocked: number;
            }[];
        };
        Session: {
            expiresAt: string;
            token: string;
        };
        Shop: {
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            connectedAt: string;
            currency: string;
            domain: string;
            /** Format: uuid */
            id: string;
            /** @default null */
            ordersPulledAt: string | null;
            primary: boolean;
            /** @enum {string} */
            status: "connected" | "uninstalled" | "token_refused";
        };
        SignedIn: {
            /** @enum {string} */
            as: "ambassador" | "admin";
            expiresAt: string;
            token: string;
        };
        SimulateSeries: {
            category?: string;
            completion: {
                /** @constant */
                kind: "stay";
            } | {
                /** @description If left out: false */
                carryOver?: boolean;
                /** @constant */
                kind: "repeat";
                /** @description If left out: null */
                maxCycles?: number | null;
            } | {
                /** @constant */
                kind: "promote";
                /** Format: uuid */
                programId: string;
            };
            /** @description If left out: null */
            endsAt?: string | null;
            name?: string;
            programIds: string[];
            /** @description If left out: null */
            startsAt?: string | null;
            /** @description thresholds must ascend strictly; together at most 300,000 characters: shorten the e-mails; a series has at least one tier: add one */
            tiers: {
                /** @description If left out: "" */
                description?: string;
                /** @description If left out: null */
                email?: {
                    body: string;
                    subject: string;
                } | null;
                /** Format: uuid */
                id?: string;
                medal: {
                    /** @enum {string} */
                    preset: "bronze" | "silver" | "gold" | "platinum" | "diamond" | "ruby" | "emerald" | "sapphire";
                } | {
                    gradient: {
                        angle: number;
                        colors: string[];
                    };
                };
                name: string;
                /** @description If left out: [] */
                rewards?: components["schemas"]["RewardInput"][];
                threshold: number;
            }[];
        };
        Simulation: {
            belowFirst: number;
            completions: number;
            cost: {
                /** @description an ISO 4217 code in upper case, such as USD */
                currency: string;
                total: number;
                withoutCost: number;
            };
            participants: number;
            promoted: number;
            sample: {
                ambassadors: number;
                of: number;
            } | null;
            tiers: {
                cost: number | null;
                days: {
                    median: number;
                    p90: number;
                } | null;
                name: string;
                reached: number;
                standing: number;
                threshold: number;
                unlocks: number;
            }[];
        };
        Submission: {
            action: {
                /** @enum {string} */
                category: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            actionId: string | null;
            ambassador: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: uuid */
            ambassadorId: string;
            attempt: number;
            entryId: string | null;
            /** @description 1 to 200 printable ASCII characters without spaces */
            eventId: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "action" | "self_referral";
            media: components["schemas"]["Media"] | null;
            order: {
                /** @description an ISO 4217 code in upper case, such as USD */
                currency: string;
                id: string;
                netAmount: number;
            } | null;
            paidPartnership: boolean;
            points: number;
            /** Format: uuid */
            programId: string;
            proofUrl: string | null;
            reason: ("wrong_content" | "not_visible" | "not_own_content" | "low_quality" | "missing_requirement" | "suspected_fraud" | "other") | null;
            rejectionText: string | null;
            reviewedAt: string | null;
            reviewedBy: {
                id: string;
                ip: string | null;
                /** @enum {string} */
                kind: "api_key" | "admin" | "ambassador" | "platform" | "system";
            } | null;
            revision: number;
            sampled: boolean;
            /** @enum {string} */
            status: "in_review" | "disclosure_missing" | "approved" | "rejected";
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            submittedAt: string;
            text: string | null;
            /** @enum {string} */
            trust: "new" | "standard" | "trusted";
            waitingSince: string | null;
        };
        SubmissionCounts: {
            byKind: {
                [key: string]: number;
            };
            oldest: string | null;
            waiting: number;
        };
        SubmitAction: {
            /** Format: uuid */
            actionId: string;
            paidPartnership?: boolean;
            /** @description an http or https address, such as https://www.tiktok.com/@ada/video/1 */
            proofUrl?: string;
            text?: string;
        };
        SubmittedAction: {
            /** @description 1 to 200 printable ASCII characters without spaces */
            eventId: string;
            receipt: components["schemas"]["Receipt"];
            submissionId: string | null;
        };
        Tier: {
            description: string;
            email: {
                body: string;
                subject: string;
            } | null;
            /** Format: uuid */
            id: string;
            medal: {
                /** @enum {string} */
                preset: "bronze" | "silver" | "gold" | "platinum" | "diamond" | "ruby" | "emerald" | "sapphire";
            } | {
                gradient: {
                    angle: number;
                    colors: string[];
                };
            };
            name: string;
            rewards: ({
                amount?: number;
                cost?: number;
                expiresInDays?: number;
                minSubtotal?: number;
                percent?: number;
                /** Format: uuid */
                poolId?: string;
                /** Format: uuid */
                shopId?: string;
                /** @enum {string} */
                source: "shopify" | "pool";
                /** @constant */
                type: "discount_code";
                uses?: number;
            } | {
                cost?: number;
                name: string;
                /** @constant */
                type: "manual_product";
            } | {
                cost?: number;
                description: string;
                title: string;
                /** @constant */
                type: "custom";
            } | {
                choice?: boolean;
                cost?: number;
                title?: string;
                /** @constant */
                type: "shopify_product";
                variantId: string;
            })[];
            threshold: number;
        };
        Unlock: {
            cycle: number;
            series: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            tier: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            unlockedAt: string;
        };
        UpdateAction: {
            /** @enum {string} */
            category?: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
            disclosureRequired?: boolean;
            limit?: {
                count: number;
                /** @enum {string} */
                per: "day" | "week" | "month" | "ever";
            } | null;
            name?: string;
            points?: number;
            /** @enum {string} */
            review?: "none" | "all" | "untrusted";
        };
        UpdateBrand: {
            accent?: string | null;
            attribution?: {
                /** @enum {string} */
                model?: "first_click" | "last_click";
                recurringDays?: number;
                windowDays?: number;
            };
            disclosureTags?: string[];
            landingUrl?: string | null;
            maxEventAgeDays?: number;
            name?: string;
            quietAfterDays?: number | null;
            reviewSamplePercent?: number;
            /** @description an IANA time zone, such as Europe/London */
            timezone?: string;
            trustRule?: {
                approved: number;
                withinDays: number;
            } | null;
        };
        /** @description must be after startsAt */
        UpdateCampaign: {
            completionPoints?: number;
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            endsAt?: string;
            joinPoints?: number;
            name?: string;
            programIds?: string[];
            /**
             * Format: date-time
             * @description not before the year 1900
             */
            startsAt?: string;
        };
        UpdateMember: {
            name?: string;
            /** @enum {string} */
            role?: "owner" | "manager" | "reviewer" | "viewer";
        };
        UpdateProgram: {
            category?: string;
            commissionRate?: string | null;
            holdDays?: number;
            name?: string;
        };
        UpdateSeries: {
            category?: string;
            completion?: {
                /** @constant */
                kind: "stay";
            } | {
                /** @description If left out: false */
                carryOver?: boolean;
                /** @constant */
                kind: "repeat";
                /** @description If left out: null */
                maxCycles?: number | null;
            } | {
                /** @constant */
                kind: "promote";
                /** Format: uuid */
                programId: string;
            };
            endsAt?: string | null;
            name?: string;
            programIds?: string[];
            startsAt?: string | null;
            /** @description thresholds must ascend strictly; together at most 300,000 characters: shorten the e-mails */
            tiers?: {
                /** @description If left out: "" */
                description?: string;
                /** @description If left out: null */
                email?: {
                    body: string;
                    subject: string;
                } | null;
                /** Format: uuid */
                id?: string;
                medal: {
                    /** @enum {string} */
                    preset: "bronze" | "silver" | "gold" | "platinum" | "diamond" | "ruby" | "emerald" | "sapphire";
                } | {
                    gradient: {
                        angle: number;
                        colors: string[];
                    };
                };
                name: string;
                /** @description If left out: [] */
                rewards?: components["schemas"]["RewardInput"][];
                threshold: number;
            }[];
        };
        UpdateShop: {
            /** @constant */
            primary: true;
        };
        Uploads: {
            enabled: boolean;
            maxBytes: {
                photo: number;
                video: number;
            };
            types: string[];
        };
        Variant: {
            currency: string;
            id: string;
            image: string | null;
            price: string;
            productId: string;
            sku: string | null;
            stock: number | null;
            title: string;
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
    requestSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestMagicLink"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
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
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
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
            /** @description Unauthorized: `link_used` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "link_used";
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
    signOut: {
        parameters: {
            query?: {
                as?: "ambassador" | "admin";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
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
    listOwnActions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortalAction"][];
                        nextCursor: string | null;
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
    listOwnActivity: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReceiptItem"][];
                        nextCursor: string | null;
                    };
                };
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
    getPublicBrand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accent: string | null;
                        name: string;
                        slug: string;
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
    listOwnCampaigns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortalCampaign"][];
                        nextCursor: string | null;
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
    joinCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedActivity"];
                };
            };
            /** @description Bad Request: `invalid_input`, `invalid_event` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "invalid_input" | "invalid_event";
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    getHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
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
    getOwnMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description Range Not Satisfiable: `range_not_satisfiable` */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "range_not_satisfiable";
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
    claimReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimReward"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reward"];
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
            /** @description Conflict: `not_claimable` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not_claimable";
                    };
                };
            };
            /** @description Unprocessable Entity: `no_choice` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "no_choice";
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
    listRewardChoices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Variant"][];
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
    getPortalSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSession"];
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
    streamHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
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
    listOwnSubmissions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnSubmission"][];
                        nextCursor: string | null;
                    };
                };
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
    submitAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitAction"];
                "multipart/form-data": {
                    /** Format: uuid */
                    actionId: string;
                    /** Format: binary */
                    file: string;
                    /** @enum {string} */
                    paidPartnership?: "true" | "false";
                    text?: string;
                };
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedAction"];
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    mendSubmission: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MendSubmission"];
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    /** @enum {string} */
                    paidPartnership?: "true" | "false";
                    text?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSubmission"];
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
            /** @description Conflict: `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "wrong_status";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
            /** @description Unprocessable Entity: `duplicate_proof`, `limit_reached` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "duplicate_proof" | "limit_reached";
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
    getUploads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Uploads"];
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
    listActions: {
        parameters: {
            query?: {
                archived?: "true" | "false";
                cursor?: string;
                limit?: number;
                programId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Action"][];
                        nextCursor: string | null;
                    };
                };
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
    createAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAction"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @constant */
                        settled: false;
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    getAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Action"];
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
    updateAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAction"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Action"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        archived: boolean;
                        /** @enum {string} */
                        category: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
                        createdAt: string;
                        disclosureRequired: boolean;
                        /** Format: uuid */
                        id: string;
                        limit: {
                            count: number;
                            /** @enum {string} */
                            per: "day" | "week" | "month" | "ever";
                        } | null;
                        name: string;
                        points: number;
                        /** Format: uuid */
                        programId: string;
                        /** @enum {string} */
                        review: "none" | "all" | "untrusted";
                        revision: number;
                        /** @constant */
                        settled: false;
                    };
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
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    archiveAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Action"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        archived: boolean;
                        /** @enum {string} */
                        category: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
                        createdAt: string;
                        disclosureRequired: boolean;
                        /** Format: uuid */
                        id: string;
                        limit: {
                            count: number;
                            /** @enum {string} */
                            per: "day" | "week" | "month" | "ever";
                        } | null;
                        name: string;
                        points: number;
                        /** Format: uuid */
                        programId: string;
                        /** @enum {string} */
                        review: "none" | "all" | "untrusted";
                        revision: number;
                        /** @constant */
                        settled: false;
                    };
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    listAmbassadors: {
        parameters: {
            query?: {
                code?: string;
                cursor?: string;
                email?: string;
                externalId?: string;
                limit?: number;
                programId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AmbassadorItem"][];
                        nextCursor: string | null;
                    };
                };
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
    createAmbassador: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: {
                        city: string;
                        /** @description ISO 3166-1 alpha-2, such as US */
                        country: string;
                        line1: string;
                        line2?: string;
                        name: string;
                        phone?: string;
                        postalCode: string;
                        region?: string;
                    };
                    /** @description 2 to 64 letters, digits, - or _ */
                    code?: string;
                    /** Format: email */
                    email: string;
                    externalId?: string;
                    /**
                     * Format: date-time
                     * @description not before the year 1900
                     */
                    joinedAt?: string;
                    /** @description a BCP 47 tag, such as en-GB */
                    locale?: string;
                    name: string;
                    /** Format: uuid */
                    programId: string;
                    /** @description an IANA time zone, such as Europe/London */
                    timezone?: string;
                    /** @enum {string} */
                    trust?: "new" | "standard" | "trusted";
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedAmbassador"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        /** Format: uuid */
                        id: string;
                        link: string;
                        /** @constant */
                        settled: false;
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `duplicate_external_id`, `duplicate_email`, `duplicate_code` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "duplicate_external_id" | "duplicate_email" | "duplicate_code";
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
    getAmbassador: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ambassador"];
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
    updateAmbassador: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: {
                        city: string;
                        /** @description ISO 3166-1 alpha-2, such as US */
                        country: string;
                        line1: string;
                        line2?: string;
                        name: string;
                        phone?: string;
                        postalCode: string;
                        region?: string;
                    };
                    /** @description 2 to 64 letters, digits, - or _ */
                    code?: string;
                    /** Format: email */
                    email?: string;
                    externalId?: string;
                    /** @description a BCP 47 tag, such as en-GB */
                    locale?: string;
                    name?: string;
                    /** @description an IANA time zone, such as Europe/London */
                    timezone?: string;
                    trust?: ("new" | "standard" | "trusted") | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ambassador"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: {
                            city: string;
                            /** @description ISO 3166-1 alpha-2, such as US */
                            country: string;
                            line1: string;
                            line2?: string;
                            name: string;
                            phone?: string;
                            postalCode: string;
                            region?: string;
                        } | null;
                        code: string;
                        email: string;
                        externalId: string | null;
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        joinedAt: string;
                        link: string;
                        locale: string | null;
                        memberships: {
                            /**
                             * Format: date-time
                             * @description not before the year 1900
                             */
                            from: string;
                            /** Format: uuid */
                            programId: string;
                            to: string | null;
                        }[];
                        name: string;
                        programId: string | null;
                        revision: number;
                        /** @constant */
                        settled: false;
                        timezone: string | null;
                        /** @enum {string} */
                        trust: "new" | "standard" | "trusted";
                        /** @enum {string} */
                        trustSetBy: "admin" | "rule";
                    };
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
            /** @description Conflict: `duplicate_external_id`, `duplicate_email`, `duplicate_code` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "duplicate_external_id" | "duplicate_email" | "duplicate_code";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    adjustPoints: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAdjustment"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    getBalance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
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
    leaveProgram: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LeaveProgram"] | null;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ambassador"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: {
                            city: string;
                            /** @description ISO 3166-1 alpha-2, such as US */
                            country: string;
                            line1: string;
                            line2?: string;
                            name: string;
                            phone?: string;
                            postalCode: string;
                            region?: string;
                        } | null;
                        code: string;
                        email: string;
                        externalId: string | null;
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        joinedAt: string;
                        link: string;
                        locale: string | null;
                        memberships: {
                            /**
                             * Format: date-time
                             * @description not before the year 1900
                             */
                            from: string;
                            /** Format: uuid */
                            programId: string;
                            to: string | null;
                        }[];
                        name: string;
                        programId: string | null;
                        revision: number;
                        /** @constant */
                        settled: false;
                        timezone: string | null;
                        /** @enum {string} */
                        trust: "new" | "standard" | "trusted";
                        /** @enum {string} */
                        trustSetBy: "admin" | "rule";
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `already_left`, `move_before_membership` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "already_left" | "move_before_membership";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    listLedger: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LedgerItem"][];
                        nextCursor: string | null;
                    };
                };
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
    lookAsAmbassador: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    moveAmbassador: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveAmbassador"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ambassador"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: {
                            city: string;
                            /** @description ISO 3166-1 alpha-2, such as US */
                            country: string;
                            line1: string;
                            line2?: string;
                            name: string;
                            phone?: string;
                            postalCode: string;
                            region?: string;
                        } | null;
                        code: string;
                        email: string;
                        externalId: string | null;
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        joinedAt: string;
                        link: string;
                        locale: string | null;
                        memberships: {
                            /**
                             * Format: date-time
                             * @description not before the year 1900
                             */
                            from: string;
                            /** Format: uuid */
                            programId: string;
                            to: string | null;
                        }[];
                        name: string;
                        programId: string | null;
                        revision: number;
                        /** @constant */
                        settled: false;
                        timezone: string | null;
                        /** @enum {string} */
                        trust: "new" | "standard" | "trusted";
                        /** @enum {string} */
                        trustSetBy: "admin" | "rule";
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `already_in_program`, `move_before_membership` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "already_in_program" | "move_before_membership";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    getProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Progress"];
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
    listAmbassadorReceipts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReceiptItem"][];
                        nextCursor: string | null;
                    };
                };
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
    listRewards: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Reward"][];
                        nextCursor: string | null;
                    };
                };
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
    openAmbassadorSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    listUnlocks: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Unlock"][];
                        nextCursor: string | null;
                    };
                };
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
    importAmbassadors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
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
    reportAttribution: {
        parameters: {
            query: {
                /** @description not before the year 1900 */
                from: string;
                model: "linear" | "position" | "time_decay";
                /** @description not before the year 1900 */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributionReport"];
                };
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
    listAudit: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
                        nextCursor: string | null;
                    };
                };
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
    getBrand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"];
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
    updateBrand: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateBrand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Brand"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accent: string | null;
                        attribution: {
                            /**
                             * @default last_click
                             * @enum {string}
                             */
                            model: "first_click" | "last_click";
                            /** @default 0 */
                            recurringDays: number;
                            windowDays: number;
                        };
                        currency: string;
                        currencyExponent: number;
                        disclosureTags: string[];
                        /** Format: uuid */
                        id: string;
                        landingUrl: string | null;
                        maxEventAgeDays: number;
                        name: string;
                        quietAfterDays: number | null;
                        reviewSamplePercent: number;
                        /** @constant */
                        settled: false;
                        slug: string;
                        timezone: string;
                        trustRule: {
                            approved: number;
                            withinDays: number;
                        } | null;
                    };
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
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    createBrand: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBrand"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedBrand"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        apiKey: string;
                        /** Format: uuid */
                        id: string;
                        /** @constant */
                        settled: false;
                        slug: string;
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `duplicate_slug` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "duplicate_slug";
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
    listCampaigns: {
        parameters: {
            query?: {
                archived?: "true" | "false";
                cursor?: string;
                limit?: number;
                programId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Campaign"][];
                        nextCursor: string | null;
                    };
                };
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
    createCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCampaign"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @constant */
                        settled: false;
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
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
    updateCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCampaign"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        archived: boolean;
                        completionPoints: number;
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        endsAt: string;
                        /** Format: uuid */
                        id: string;
                        joinPoints: number;
                        name: string;
                        programIds: string[];
                        revision: number;
                        /** @constant */
                        settled: false;
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        startsAt: string;
                    };
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
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    archiveCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        archived: boolean;
                        completionPoints: number;
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        endsAt: string;
                        /** Format: uuid */
                        id: string;
                        joinPoints: number;
                        name: string;
                        programIds: string[];
                        revision: number;
                        /** @constant */
                        settled: false;
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        startsAt: string;
                    };
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    listCodePools: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CodePool"][];
                        nextCursor: string | null;
                    };
                };
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
    createCodePool: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCodePool"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @constant */
                        settled: false;
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `duplicate_name` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "duplicate_name";
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
    addCodesToPool: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCodes"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedCodes"];
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    listDeadLetters: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "open" | "replayed";
                topic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                        nextCursor: string | null;
                    };
                };
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
    getDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetter"];
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
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReplayDeadLetter"] | null;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetter"];
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `already_replayed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "already_replayed";
                    };
                };
            };
            /** @description Unprocessable Entity: `undecodable`, `unknown_type`, `unknown_topic`, `other_brand`, `superseded` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "undecodable" | "unknown_type" | "unknown_topic" | "other_brand" | "superseded";
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
    listFulfilmentQueue: {
        parameters: {
            query?: {
                ambassadorId?: string;
                cursor?: string;
                limit?: number;
                seriesId?: string;
                status?: string;
                type?: "discount_code" | "manual_product" | "custom" | "shopify_product";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FulfilmentItem"][];
                        nextCursor: string | null;
                    };
                };
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
    exportFulfilmentQueue: {
        parameters: {
            query?: {
                ambassadorId?: string;
                seriesId?: string;
                status?: string;
                type?: "discount_code" | "manual_product" | "custom" | "shopify_product";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
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
    cancelReward: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    note?: string;
                } | null | unknown;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentItem"];
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "wrong_status";
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
    fulfilReward: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Fulfil"] | null | unknown;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentItem"];
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "wrong_status";
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
    releaseHeldReward: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentItem"];
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "wrong_status";
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
    replaceRewardByAnother: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceReward"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentItem"];
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "wrong_status";
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
    retryReward: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentItem"];
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "wrong_status";
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
    undoFulfilment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentItem"];
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `wrong_status`, `undo_too_late` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "wrong_status" | "undo_too_late";
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
    bulkFulfilment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkFulfilment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    countFulfilmentQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilmentCounts"];
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
    listKeys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                        nextCursor: string | null;
                    };
                };
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
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKey"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        key: string;
                        /** @constant */
                        settled: false;
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        revokedAt: string | null;
                        scopes: ("events:write" | "admin:read" | "admin:write")[];
                        /** @constant */
                        settled: false;
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
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
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
    getMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description Range Not Satisfiable: `range_not_satisfiable` */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "range_not_satisfiable";
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
    listMembers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Member"][];
                        nextCursor: string | null;
                    };
                };
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
    createMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMember"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `duplicate_member` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "duplicate_member";
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
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description Conflict: `last_owner` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "last_owner";
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
    updateMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMember"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
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
            /** @description Conflict: `last_owner` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "last_owner";
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
    listMessages: {
        parameters: {
            query?: {
                ambassadorId?: string;
                cursor?: string;
                limit?: number;
                status?: string;
                template?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        nextCursor: string | null;
                    };
                };
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
    sendMessageAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `not_unknown`, `not_resendable` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "not_unknown" | "not_resendable";
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
    countMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageCounts"];
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
    listPrograms: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Program"][];
                        nextCursor: string | null;
                    };
                };
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
    createProgram: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProgram"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @constant */
                        settled: false;
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    updateProgram: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProgram"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string;
                        commissionRate: string | null;
                        holdDays: number;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        revision: number;
                        /** @constant */
                        settled: false;
                    };
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
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    getReferralRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramReferralRule"];
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
    setReferralRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralRuleInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramReferralRule"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        programId: string;
                        rule: ({
                            /** @constant */
                            mode: "flat";
                            points: number;
                        } | {
                            /** @constant */
                            mode: "fixed";
                            /** @description a plain decimal string with at most 6 decimals, such as "0.25"; at most "1000" */
                            rate: string;
                        } | {
                            lookbackDays: number | null;
                            /** @enum {string} */
                            metric: "order_amount" | "sales_count" | "sales_amount";
                            /** @constant */
                            mode: "tiered";
                            tiers: {
                                from: number;
                                points?: number;
                                /** @description a plain decimal string with at most 6 decimals, such as "0.25"; at most "1000" */
                                rate?: string;
                            }[];
                        }) | null;
                        /** @constant */
                        settled: false;
                    };
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
    listReceipts: {
        parameters: {
            query?: {
                ambassadorId?: string;
                cursor?: string;
                /** @description not before the year 1900 */
                from?: string;
                limit?: number;
                programId?: string;
                reason?: ("duplicate_order" | "unknown_ambassador" | "unknown_action" | "unknown_campaign" | "not_a_member" | "no_rule" | "no_live_series" | "currency_mismatch" | "campaign_not_running" | "already_joined" | "already_completed" | "duplicate_proof" | "limit_reached" | "disclosure_missing" | "rejected" | "nothing_to_reverse" | "zero_points") | ("waits_for_ambassador" | "waits_for_sale");
                /** @description not before the year 1900 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BrandReceiptItem"][];
                        nextCursor: string | null;
                    };
                };
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
    getReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
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
    replayReceipts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayReceipts"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayAnswer"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayProgress"];
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
                    };
                };
            };
            /** @description Unprocessable Entity: `not_replayable` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "not_replayable";
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
    getReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayProgress"];
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
    listSeries: {
        parameters: {
            query?: {
                category?: string;
                cursor?: string;
                limit?: number;
                programId?: string;
                status?: "draft" | "scheduled" | "live" | "paused" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SeriesItem"][];
                        nextCursor: string | null;
                    };
                };
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
    createSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSeries"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @constant */
                        settled: false;
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    getSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
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
    updateSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSeries"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string;
                        completion: {
                            /** @constant */
                            kind: "stay";
                        } | {
                            carryOver: boolean;
                            /** @constant */
                            kind: "repeat";
                            maxCycles: number | null;
                        } | {
                            /** @constant */
                            kind: "promote";
                            /** Format: uuid */
                            programId: string;
                        };
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        createdAt: string;
                        /** @default null */
                        draft: components["schemas"]["SeriesDraft"] | null;
                        endsAt: string | null;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        programIds: string[];
                        /** @default null */
                        retroactive: components["schemas"]["RetroactiveProgress"] | null;
                        revision: number;
                        /** @constant */
                        settled: false;
                        startsAt: string | null;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "live" | "paused" | "ended";
                        tiers: components["schemas"]["Tier"][];
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        updatedAt: string;
                        version: number;
                    };
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
            /** @description Conflict: `series_ended` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "series_ended";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    discardSeriesDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string;
                        completion: {
                            /** @constant */
                            kind: "stay";
                        } | {
                            carryOver: boolean;
                            /** @constant */
                            kind: "repeat";
                            maxCycles: number | null;
                        } | {
                            /** @constant */
                            kind: "promote";
                            /** Format: uuid */
                            programId: string;
                        };
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        createdAt: string;
                        /** @default null */
                        draft: components["schemas"]["SeriesDraft"] | null;
                        endsAt: string | null;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        programIds: string[];
                        /** @default null */
                        retroactive: components["schemas"]["RetroactiveProgress"] | null;
                        revision: number;
                        /** @constant */
                        settled: false;
                        startsAt: string | null;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "live" | "paused" | "ended";
                        tiers: components["schemas"]["Tier"][];
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        updatedAt: string;
                        version: number;
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
            /** @description Conflict: `series_not_published` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "series_not_published";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    endSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedSeries"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string;
                        completion: {
                            /** @constant */
                            kind: "stay";
                        } | {
                            carryOver: boolean;
                            /** @constant */
                            kind: "repeat";
                            maxCycles: number | null;
                        } | {
                            /** @constant */
                            kind: "promote";
                            /** Format: uuid */
                            programId: string;
                        };
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        createdAt: string;
                        /** @default null */
                        draft: components["schemas"]["SeriesDraft"] | null;
                        endsAt: string | null;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        programIds: string[];
                        /** @default null */
                        retroactive: components["schemas"]["RetroactiveProgress"] | null;
                        revision: number;
                        /** @constant */
                        settled: false;
                        startsAt: string | null;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "live" | "paused" | "ended";
                        tiers: components["schemas"]["Tier"][];
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        updatedAt: string;
                        version: number;
                        warnings: {
                            code: string;
                            text: string;
                        }[];
                    };
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `series_not_live`, `series_ended` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "series_not_live" | "series_ended";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    previewSeriesImpact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ImpactOfSeries"] | null;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesImpact"];
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
            /** @description Conflict: `series_ended` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "series_ended";
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
    pauseSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedSeries"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string;
                        completion: {
                            /** @constant */
                            kind: "stay";
                        } | {
                            carryOver: boolean;
                            /** @constant */
                            kind: "repeat";
                            maxCycles: number | null;
                        } | {
                            /** @constant */
                            kind: "promote";
                            /** Format: uuid */
                            programId: string;
                        };
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        createdAt: string;
                        /** @default null */
                        draft: components["schemas"]["SeriesDraft"] | null;
                        endsAt: string | null;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        programIds: string[];
                        /** @default null */
                        retroactive: components["schemas"]["RetroactiveProgress"] | null;
                        revision: number;
                        /** @constant */
                        settled: false;
                        startsAt: string | null;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "live" | "paused" | "ended";
                        tiers: components["schemas"]["Tier"][];
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        updatedAt: string;
                        version: number;
                        warnings: {
                            code: string;
                            text: string;
                        }[];
                    };
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `series_not_live` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "series_not_live";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    previewSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewSeries"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
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
    publishSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PublishSeries"] | null;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedSeries"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string;
                        completion: {
                            /** @constant */
                            kind: "stay";
                        } | {
                            carryOver: boolean;
                            /** @constant */
                            kind: "repeat";
                            maxCycles: number | null;
                        } | {
                            /** @constant */
                            kind: "promote";
                            /** Format: uuid */
                            programId: string;
                        };
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        createdAt: string;
                        /** @default null */
                        draft: components["schemas"]["SeriesDraft"] | null;
                        endsAt: string | null;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        programIds: string[];
                        /** @default null */
                        retroactive: components["schemas"]["RetroactiveProgress"] | null;
                        revision: number;
                        /** @constant */
                        settled: false;
                        startsAt: string | null;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "live" | "paused" | "ended";
                        tiers: components["schemas"]["Tier"][];
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        updatedAt: string;
                        version: number;
                        warnings: {
                            code: string;
                            text: string;
                        }[];
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `series_not_draft`, `program_in_another_series`, `promotion_circle` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "series_not_draft" | "program_in_another_series" | "promotion_circle";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
                    };
                };
            };
            /** @description Unprocessable Entity: `series_incomplete`, `unknown_variant`, `unknown_shop`, `unknown_pool` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "series_incomplete" | "unknown_variant" | "unknown_shop" | "unknown_pool";
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
    resumeSeries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedSeries"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string;
                        completion: {
                            /** @constant */
                            kind: "stay";
                        } | {
                            carryOver: boolean;
                            /** @constant */
                            kind: "repeat";
                            maxCycles: number | null;
                        } | {
                            /** @constant */
                            kind: "promote";
                            /** Format: uuid */
                            programId: string;
                        };
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        createdAt: string;
                        /** @default null */
                        draft: components["schemas"]["SeriesDraft"] | null;
                        endsAt: string | null;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        programIds: string[];
                        /** @default null */
                        retroactive: components["schemas"]["RetroactiveProgress"] | null;
                        revision: number;
                        /** @constant */
                        settled: false;
                        startsAt: string | null;
                        /** @enum {string} */
                        status: "draft" | "scheduled" | "live" | "paused" | "ended";
                        tiers: components["schemas"]["Tier"][];
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        updatedAt: string;
                        version: number;
                        warnings: {
                            code: string;
                            text: string;
                        }[];
                    };
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `series_not_paused` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "series_not_paused";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    getSeriesStanding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesStanding"];
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
    simulateSeries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulateSeries"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
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
    listShops: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Shop"][];
                        nextCursor: string | null;
                    };
                };
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
    disconnectShop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
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
    makeShopPrimaryOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateShop"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shop"];
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
            /** @description Conflict: `shop_not_connected` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "shop_not_connected";
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
    lookForOrdersOfShopNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
            /** @description Conflict: `shop_not_connected` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "shop_not_connected";
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
    listVariants: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                query?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Variant"][];
                        nextCursor: string | null;
                    };
                };
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
    connectShop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectShop"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectingShop"];
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
            /** @description Conflict: `shop_connected_elsewhere`, `shopify_app_missing` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "shop_connected_elsewhere" | "shopify_app_missing";
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
    listSubmissions: {
        parameters: {
            query?: {
                actionId?: string;
                ambassadorId?: string;
                cursor?: string;
                kind?: "action" | "self_referral";
                limit?: number;
                /** @description not before the year 1900 */
                olderThan?: string;
                order?: "newest" | "oldest";
                programId?: string;
                sampled?: "true" | "false";
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Submission"][];
                        nextCursor: string | null;
                    };
                };
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
    getSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
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
    approveSubmission: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        action: {
                            /** @enum {string} */
                            category: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        actionId: string | null;
                        ambassador: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** Format: uuid */
                        ambassadorId: string;
                        attempt: number;
                        entryId: string | null;
                        /** @description 1 to 200 printable ASCII characters without spaces */
                        eventId: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "action" | "self_referral";
                        media: components["schemas"]["Media"] | null;
                        order: {
                            /** @description an ISO 4217 code in upper case, such as USD */
                            currency: string;
                            id: string;
                            netAmount: number;
                        } | null;
                        paidPartnership: boolean;
                        points: number;
                        /** Format: uuid */
                        programId: string;
                        proofUrl: string | null;
                        reason: ("wrong_content" | "not_visible" | "not_own_content" | "low_quality" | "missing_requirement" | "suspected_fraud" | "other") | null;
                        rejectionText: string | null;
                        reviewedAt: string | null;
                        reviewedBy: {
                            id: string;
                            ip: string | null;
                            /** @enum {string} */
                            kind: "api_key" | "admin" | "ambassador" | "platform" | "system";
                        } | null;
                        revision: number;
                        sampled: boolean;
                        /** @constant */
                        settled: false;
                        /** @enum {string} */
                        status: "in_review" | "disclosure_missing" | "approved" | "rejected";
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        submittedAt: string;
                        text: string | null;
                        /** @enum {string} */
                        trust: "new" | "standard" | "trusted";
                        waitingSince: string | null;
                    };
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "wrong_status";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    rejectSubmission: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectSubmission"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        action: {
                            /** @enum {string} */
                            category: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        actionId: string | null;
                        ambassador: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** Format: uuid */
                        ambassadorId: string;
                        attempt: number;
                        entryId: string | null;
                        /** @description 1 to 200 printable ASCII characters without spaces */
                        eventId: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "action" | "self_referral";
                        media: components["schemas"]["Media"] | null;
                        order: {
                            /** @description an ISO 4217 code in upper case, such as USD */
                            currency: string;
                            id: string;
                            netAmount: number;
                        } | null;
                        paidPartnership: boolean;
                        points: number;
                        /** Format: uuid */
                        programId: string;
                        proofUrl: string | null;
                        reason: ("wrong_content" | "not_visible" | "not_own_content" | "low_quality" | "missing_requirement" | "suspected_fraud" | "other") | null;
                        rejectionText: string | null;
                        reviewedAt: string | null;
                        reviewedBy: {
                            id: string;
                            ip: string | null;
                            /** @enum {string} */
                            kind: "api_key" | "admin" | "ambassador" | "platform" | "system";
                        } | null;
                        revision: number;
                        sampled: boolean;
                        /** @constant */
                        settled: false;
                        /** @enum {string} */
                        status: "in_review" | "disclosure_missing" | "approved" | "rejected";
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        submittedAt: string;
                        text: string | null;
                        /** @enum {string} */
                        trust: "new" | "standard" | "trusted";
                        waitingSince: string | null;
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "wrong_status";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
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
    undoDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
                /** @description The ETag of your last read: where somebody was faster, the answer is 412 and nothing changes. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    /** @description The state of what is answered; If-Match takes it. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        action: {
                            /** @enum {string} */
                            category: "social_post" | "product_review" | "like_comment" | "follow_subscribe" | "upload_content";
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        actionId: string | null;
                        ambassador: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** Format: uuid */
                        ambassadorId: string;
                        attempt: number;
                        entryId: string | null;
                        /** @description 1 to 200 printable ASCII characters without spaces */
                        eventId: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "action" | "self_referral";
                        media: components["schemas"]["Media"] | null;
                        order: {
                            /** @description an ISO 4217 code in upper case, such as USD */
                            currency: string;
                            id: string;
                            netAmount: number;
                        } | null;
                        paidPartnership: boolean;
                        points: number;
                        /** Format: uuid */
                        programId: string;
                        proofUrl: string | null;
                        reason: ("wrong_content" | "not_visible" | "not_own_content" | "low_quality" | "missing_requirement" | "suspected_fraud" | "other") | null;
                        rejectionText: string | null;
                        reviewedAt: string | null;
                        reviewedBy: {
                            id: string;
                            ip: string | null;
                            /** @enum {string} */
                            kind: "api_key" | "admin" | "ambassador" | "platform" | "system";
                        } | null;
                        revision: number;
                        sampled: boolean;
                        /** @constant */
                        settled: false;
                        /** @enum {string} */
                        status: "in_review" | "disclosure_missing" | "approved" | "rejected";
                        /**
                         * Format: date-time
                         * @description not before the year 1900
                         */
                        submittedAt: string;
                        text: string | null;
                        /** @enum {string} */
                        trust: "new" | "standard" | "trusted";
                        waitingSince: string | null;
                    };
                };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress`, `wrong_status` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "wrong_status";
                    };
                };
            };
            /** @description Precondition Failed: `stale` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "stale";
                    };
                };
            };
            /** @description Unprocessable Entity: `duplicate_proof`, `limit_reached`, `duplicate_order` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "duplicate_proof" | "limit_reached" | "duplicate_order";
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
    bulkSubmissions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Sent again within 24 hours with the same key and body, the call is not done twice and answers as it did. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkSubmissions"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: string[];
                        refused: {
                            code: string;
                            detail: string;
                            /** Format: uuid */
                            id: string;
                        }[];
                        /** @constant */
                        settled: false;
                    };
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
            /** @description Conflict: `idempotency_key_reused`, `in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress";
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
    countWhatWaitsForReview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionCounts"];
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
