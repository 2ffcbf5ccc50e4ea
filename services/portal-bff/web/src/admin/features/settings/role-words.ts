import { type MemberRole, memberRole } from '@cairn/contracts/http/member';

/** What each role may do (domain.md 6.1). */
export const roleWords: Record<MemberRole, { name: string; may: string }> = {
  owner: { name: 'Owner', may: 'Everything, also members and API keys.' },
  manager: { name: 'Manager', may: 'Everything but members and API keys.' },
  reviewer: { name: 'Reviewer', may: 'Reads everything, and fulfils rewards.' },
  viewer: { name: 'Viewer', may: 'Reads everything, and changes nothing.' },
};

export const roleChoices = memberRole.options.map(role => ({ value: role, label: roleWords[role].name }));
