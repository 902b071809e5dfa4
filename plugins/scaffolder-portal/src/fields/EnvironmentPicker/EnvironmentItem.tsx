import { useId, useState } from 'react';
import { Checkbox, Select, TextAreaField } from '@backstage/ui';
import {
  approvalLength,
  environmentSizes,
  type EnvironmentChoice,
  type EnvironmentSize,
  type KnownEnvironment,
  type PriceList,
  type SizeMeaning,
} from '@portal/plugin-scaffolder-portal-common';
import { sizeWords } from '../../words';
import styles from './EnvironmentPicker.module.css';

/** One environment: whether it is chosen, how large, and why production may be. */
export function EnvironmentItem(props: {
  environment: KnownEnvironment;
  choice?: EnvironmentChoice;
  isDisabled: boolean;
  /** What is wrong with the choice. */
  problems: readonly string[];
  /** Whether the form was sent with them. */
  showProblems: boolean;
  sizes?: PriceList['sizes'];
  onChange: (choice?: EnvironmentChoice) => void;
}) {
  const { environment, choice, isDisabled, problems, sizes, onChange } = props;
  const { ref, name, production, description } = environment;
  const [touched, setTouched] = useState(false);
  const problemId = useId();
  const shown = choice && (props.showProblems || touched) ? problems : [];
  return (
    <li className={styles.item} data-chosen={choice ? '' : undefined}>
      <div className={styles.head}>
        <Checkbox
          isSelected={Boolean(choice)}
          isDisabled={isDisabled}
          onChange={isSelected =>
            onChange(
              isSelected ? { ref, name, production, size: 'small' } : undefined,
            )
          }
        >
          {name}
        </Checkbox>
        {production && <span className={styles.production}>Production</span>}
        {description && <span className={styles.about}>{description}</span>}
      </div>
      {choice && (
        <div className={styles.choice}>
          <Select
            label={`Size of ${name}`}
            isDisabled={isDisabled}
            options={environmentSizes.map(size => ({
              id: size,
              label: sizeWords[size],
            }))}
            value={choice.size}
            description={sizes && explainSize(sizes[choice.size])}
            onChange={size =>
              size && onChange({ ...choice, size: size as EnvironmentSize })
            }
          />
          {production && (
            <TextAreaField
              label={`Why may ${name} be provisioned?`}
              description={`Who approved it and where it can be read, in ${approvalLength.least} to ${approvalLength.most} characters.`}
              isRequired
              isDisabled={isDisabled}
              rows={2}
              maxLength={approvalLength.most}
              value={choice.approval ?? ''}
              aria-describedby={shown.length > 0 ? problemId : undefined}
              validationBehavior="aria"
              isInvalid={shown.length > 0}
              onBlur={() => setTouched(true)}
              onChange={approval => onChange({ ...choice, approval })}
            />
          )}
        </div>
      )}
      {shown.length > 0 && (
        <p id={problemId} role="alert" className={styles.problem}>
          {shown.join('. ')}
        </p>
      )}
    </li>
  );
}

function explainSize(meaning: SizeMeaning | undefined): string | undefined {
  if (!meaning) {
    return undefined;
  }
  const { instances, memoryGib, vcpu } = meaning;
  return `${instances} ${
    instances === 1 ? 'instance' : 'instances'
  } with ${vcpu} vCPU and ${memoryGib} GiB of memory`;
}
