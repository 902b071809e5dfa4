import about from './about.json';
import { usePage } from './usePage.ts';

const pages = [
  { path: '/', title: 'Start', text: about.description },
  { path: '/privacy', title: 'Privacy', text: 'This site keeps nothing about its visitors.' },
];

/** The frame of every page: navigation, and the page that the address names. */
export function App() {
  const [path, goTo] = usePage();
  const page = pages.find((candidate) => candidate.path === path);
  const title = page?.title ?? 'There is no such page';

  return (
    <>
      <title>{`${title} - ${about.name}`}</title>
      <header>
        <strong>{about.name}</strong>
        <nav aria-label="Pages">
          {pages.map((each) => (
            <a
              key={each.path}
              href={each.path}
              aria-current={each === page ? 'page' : undefined}
              onClick={(event) => goTo(each.path, event)}
            >
              {each.title}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <h1>{title}</h1>
        {page ? <p>{page.text}</p> : <p>Choose one of the pages above.</p>}
      </main>
    </>
  );
}
