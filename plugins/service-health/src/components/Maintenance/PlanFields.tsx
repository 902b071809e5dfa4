import { Radio, RadioGroup, Select, TextField } from '@backstage/ui';
import { maintenanceLimits } from '@portal/plugin-service-health-common';
import { UtcField } from './UtcField';
import {
  allEnvironments,
  moveBeginning,
  type DraftProblems,
  type WindowDraft,
} from './windowDraft';

/** The fields of a maintenance window, each with what is wrong with it. */
export function PlanFields(props: {
  draft: WindowDraft;
  environments: readonly string[];
  problems: DraftProblems;
  onChange: (draft: WindowDraft) => void;
}) {
  const { draft, environments, problems, onChange } = props;
  const { environment, begins, from, to, reason } = draft;
  const change = (part: Partial<WindowDraft>) =>
    onChange({ ...draft, ...part });
  return (
    <>
      <Select
        label="Environment"
        isRequired
        placeholder="Choose an environment"
        options={[
          ...environments.map(name => ({ id: name, label: name })),
          { id: allEnvironments, label: 'All environments' },
        ]}
        value={environment ?? null}
        isInvalid={Boolean(problems.environment)}
        description={problems.environment}
        onChange={key => change({ environment: key ? String(key) : undefined })}
      />
      <RadioGroup
        label="Begins"
        orientation="horizontal"
        value={begins}
        onChange={value => change({ begins: value as WindowDraft['begins'] })}
      >
        <Radio value="now">Now</Radio>
        <Radio value="later">Later</Radio>
      </RadioGroup>
      {begins === 'later' && (
        <UtcField
          label="Begins at"
          value={from}
          problem={problems.from}
          onChange={value => onChange(moveBeginning(draft, value))}
        />
      )}
      <UtcField
        label="Ends at"
        value={to}
        problem={problems.to}
        onChange={value => change({ to: value })}
      />
      <TextField
        label="Reason"
        isRequired
        maxLength={maintenanceLimits.reason}
        value={reason}
        validationBehavior="aria"
        validate={() => problems.reason ?? null}
        onChange={value => change({ reason: value })}
      />
    </>
  );
}
