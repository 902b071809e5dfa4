import { useId } from 'react';
import type { PersonaOption } from '../../options/types';
import styles from './SignInOptions.module.css';

/**
 * A persona to sign in as. Role and person are its name for assistive tools, what the role can do its description; the
 * whole card can be pressed.
 */
export function PersonaButton(props: {
  option: PersonaOption;
  isDisabled: boolean;
  isPending: boolean;
  onPress: () => void;
}) {
  const { option, isDisabled, isPending, onPress } = props;
  const descriptionId = useId();
  return (
    <div className={styles.persona}>
      <button
        type="button"
        className={styles.personaButton}
        // Stays focusable while another is pending, so that the keyboard does not lose its place.
        aria-disabled={isDisabled}
        aria-busy={isPending}
        aria-describedby={descriptionId}
        onClick={isDisabled ? undefined : onPress}
      >
        <span className={styles.role}>{option.role}</span>{' '}
        <span className={styles.name}>{option.name}</span>
      </button>
      <p id={descriptionId} className={styles.description}>
        {option.description}
      </p>
    </div>
  );
}
