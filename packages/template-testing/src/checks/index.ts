import type { EngineClient } from '../engine/EngineClient';
import type { Check } from './Check';
import { jsonCheck } from './jsonCheck';

/** All checks, cheap ones first. */
export function allChecks(_client: EngineClient): Check[] {
  return [jsonCheck];
}
