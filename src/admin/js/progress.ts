// How far a task on the server is, while the page is open.

/** How far a task is, as the server says. */
interface Progress { over: boolean; step: string; done: number; total: number; text: string }

/** What goes on is shown as it goes on, and said now and then; once it is over, the page is loaded anew. */
export async function showProgress(part: HTMLElement, url: string): Promise<void> {
  const bar = part.querySelector('progress');
  const far = part.querySelector('[data-far]');
  const said = part.querySelector('[data-said]');
  let tenth = 0;
  for (;;) {
    await new Promise((goOn) => { setTimeout(goOn, 1000); });
    // Whoever looks elsewhere does not ask, and a connection that is lost may come back.
    const answer = document.hidden ? null : await fetch(url).catch(() => null);
    if (!answer) continue;
    const now = answer.ok && !answer.redirected ? await answer.json() as Progress : null;
    if (now?.over !== false) {
      location.reload();
      return;
    }
    if (bar && now.total > 0) [bar.max, bar.value] = [now.total, now.done];
    if (far) far.textContent = now.text;
    const reached = Math.floor(10 * now.done / (now.total || 1));
    if (said && reached !== tenth) said.textContent = now.text;
    tenth = reached;
  }
}
