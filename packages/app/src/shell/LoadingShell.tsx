// The page's HTML already shows the frame of the portal. React clears it when it takes over, so it is kept to be shown
// again until the portal itself is ready.
const shell = document.getElementById('shell')?.outerHTML ?? '';

/** The frame of the portal as it is seen while the portal loads. */
export function LoadingShell() {
  // The markup is our own, from `public/index.html`.
  return <div dangerouslySetInnerHTML={{ __html: shell }} />;
}
