import type { TrustedAmbassador } from '@cairn/contracts/http/ambassador';
import type { ReactNode } from 'react';
import { When } from '../../../../shared/features/wording/components/when.js';
import { useReader } from '../../../../shared/features/wording/use-reader.js';
import { usePrograms } from '../../api/catalog.js';
import { CopyIcon } from '../../layout/components/copy-icon.js';
import classes from './person-details.module.css';
import { TrustSelect } from './trust-select.js';

/** Who they are: a line under the head, each with what copies it. */
export function PersonDetails({ person }: { person: TrustedAmbassador }) {
  const reader = useReader();
  const programs = usePrograms().data;
  const program = programs?.find(({ id }) => id === person.programId)?.name;
  return (
    <dl className={classes.details}>
      <Detail name="Program">{person.programId === null ? 'Left' : (program ?? '…')}</Detail>
      <Detail name="E-mail" copied={person.email}>
        {person.email}
      </Detail>
      <Detail name="Code" copied={person.code}>
        <code>{person.code}</code>
      </Detail>
      <Detail name="Link" copied={person.link}>
        <span className={classes.link}>{person.link.replace(/^https?:\/\//, '')}</span>
      </Detail>
      {person.externalId && (
        <Detail name="Your id" copied={person.externalId}>
          {person.externalId}
        </Detail>
      )}
      <Detail name="Address">
        {person.address ? `${person.address.city}, ${person.address.country}` : 'None'}
      </Detail>
      <Detail name="Trust">
        <TrustSelect person={person} />
      </Detail>
      <Detail name="Joined">
        <When instant={person.joinedAt} reader={reader} />
      </Detail>
    </dl>
  );
}

function Detail({ name, copied, children }: { name: string; copied?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {copied && <CopyIcon value={copied} what={`the ${name.toLowerCase()}`} />}
      </dd>
    </div>
  );
}
