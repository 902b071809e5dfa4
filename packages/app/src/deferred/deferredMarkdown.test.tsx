import { MarkdownContent } from '@backstage/core-components';
import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { deferredMarkdown } from '.';
import { isPlain } from './deferredMarkdown';

it.each([
  'The portal that you are looking at.',
  'Writes the event lake (hourly), then tells the warehouse: done.',
  'Größe und Gewicht, in kg/m – for “everyone”',
])('%j is plain', content => {
  expect(isPlain(content)).toBe(true);
});

it.each([
  '# A title',
  'A *strong* word',
  'Some `code`',
  'See [the docs](/docs)',
  'See https://example.com',
  'See www.example.com',
  'Write to a@example.com',
  '- one',
  '1. one',
  'two\nlines',
  'a <b>tag</b>',
  'a | b',
  'an entity &amp; more',
  '',
])('%j is left to the parser', content => {
  expect(isPlain(content)).toBe(false);
});

it('reads the same as the parser has it, whenever it is plain', () => {
  const pieces = fc.array(
    fc.constantFrom(
      ...'ab Z9.,:;?()\'"%/-–’ü '.split(''),
      'www',
      'http',
      'x-y',
      '--',
      '...',
      '(c)',
      '  ',
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(pieces, list => {
      const content = list.join('');
      fc.pre(isPlain(content));
      const parsed = render(<MarkdownContent content={content} />);
      const expected = parsed.container.textContent;
      const tags = [...parsed.container.querySelectorAll('*')].map(
        ({ tagName }) => tagName,
      );
      parsed.unmount();
      expect(tags).toEqual(['DIV', 'P']);
      // A browser shows spaces at the ends, and several in a row, as one or none.
      const shown = (text?: string | null) => text?.replace(/ +/g, ' ').trim();
      expect(shown(expected)).toBe(shown(content));
    }),
    { numRuns: 300 },
  );
});

it('loads the parser only for what has to be parsed', async () => {
  const load = jest.fn(async () => MarkdownContent);
  const Markdown = deferredMarkdown(load);

  const { rerender } = render(<Markdown content="A sentence." />);
  expect(screen.getByText('A sentence.').tagName).toBe('P');
  expect(load).not.toHaveBeenCalled();

  rerender(<Markdown content="A **strong** word" />);
  expect((await screen.findByText('strong')).tagName).toBe('STRONG');
});
