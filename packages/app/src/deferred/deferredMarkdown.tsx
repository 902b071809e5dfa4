import { ComponentType } from 'react';
import { deferredComponent } from './deferredComponent';

interface MarkdownProps {
  content: string;
  className?: string;
}

// Letters, digits and the punctuation of sentences, on one line that begins with a letter. Whatever may mean something
// in Markdown is not among them; a web address or a mail address becomes a link there.
const sentence = /^\p{L}[\p{L}\p{M}\p{N} .,:;?()'"%/–—’“”…-]*$/u;
const address = /www\.|:\/\//i;

/** Whether a text reads the same with and without being parsed as Markdown. */
export function isPlain(content: string): boolean {
  return sentence.test(content) && !address.test(content);
}

/** Markdown, for which the parser is loaded when there is something to parse: most descriptions are a sentence. */
export function deferredMarkdown<TProps extends MarkdownProps>(
  load: () => Promise<ComponentType<TProps>>,
): ComponentType<TProps> {
  const Markdown = deferredComponent(load);
  return function DeferredMarkdown(props: TProps) {
    const { content, className } = props;
    return isPlain(content) ? (
      <div className={className}>
        <p>{content}</p>
      </div>
    ) : (
      <Markdown {...props} />
    );
  };
}
