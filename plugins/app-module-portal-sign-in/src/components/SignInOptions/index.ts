export { SignInOptions } from './SignInOptions';
export type { SignInOptionsProps } from './SignInOptions';
