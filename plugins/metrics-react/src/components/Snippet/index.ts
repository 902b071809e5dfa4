export { Snippet, type SnippetProps } from './Snippet';
