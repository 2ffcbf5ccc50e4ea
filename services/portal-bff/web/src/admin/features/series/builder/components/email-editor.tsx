import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useField, useTierEdit } from '../builder-context.js';
import type { TierForm } from '../form.js';
import classes from './tier-editor.module.css';

const subject = 'You reached {{tier.name}}';
const body =
  '<p>Well done, {{ambassador.firstName}}: {{tier.threshold}} points in {{series.name}}.</p>\n<ul>{{#each rewards}}<li>{{words}}{{#if code}}: <b>{{code}}</b>{{/if}}</li>{{/each}}</ul>';

/** The mail that goes out with the unlock: the brand's own for all tiers, or this tier's (domain.md 3.3, 5.1). */
export function EmailEditor({ index, tier }: { index: number; tier: TierForm }) {
  const change = useTierEdit(index);
  const field = useField();
  return (
    <fieldset className={classes.rewards}>
      <legend className={classes.legend}>Unlock e-mail</legend>
      <SegmentedControl
        aria-label="Unlock e-mail"
        size="xs"
        data={[
          { value: 'default', label: 'Brand’s default' },
          { value: 'own', label: 'Own text' },
        ]}
        value={tier.ownEmail ? 'own' : 'default'}
        onChange={value =>
          change({
            ownEmail: value === 'own',
            subject: tier.subject || subject,
            body: tier.body || body,
          })
        }
        className={classes.add}
      />
      {tier.ownEmail && (
        <>
          <TextInput
            {...field(`tiers.${index}.email.subject`)}
            label="Subject"
            value={tier.subject}
            onChange={event => change({ subject: event.currentTarget.value })}
          />
          <Textarea
            {...field(`tiers.${index}.email.body`)}
            label="Text"
            description="Handlebars: {{ambassador.firstName}}, {{tier.name}}, {{series.name}}, {{#each rewards}}{{words}} {{code}}{{/each}}"
            autosize
            minRows={5}
            maxRows={16}
            classNames={{ input: classes.code }}
            value={tier.body}
            onChange={event => change({ body: event.currentTarget.value })}
          />
        </>
      )}
    </fieldset>
  );
}
