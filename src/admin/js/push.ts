/** Notices of new orders in this browser. */

/** The one script that a service worker may be: what the policy of the page asks for is said once. */
function workerUrl(path: string): string {
  const types = (window as unknown as { trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } } }).trustedTypes;
  return types ? types.createPolicy('push-worker', { createScriptURL: (url) => url }).createScriptURL(path) : path;
}

const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** A browser that can be told of new orders may ask for it: its push service is asked first, and then the form is sent. */
export function offerPush(form: HTMLFormElement): void {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return;
  const not = document.querySelector<HTMLElement>('[data-push-not]');
  form.hidden = false;
  if (not) not.hidden = true;
  const failed = (why: string) => {
    if (!not) return;
    not.textContent = why;
    not.hidden = false;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void subscribe(form).then(() => { form.submit(); }, () => {
      failed(Notification.permission === 'denied'
        ? 'This browser was told not to show notices of this address. Allow them in its settings, and try once more.'
        : 'This browser cannot be told just now: its push service did not answer. Try once more later.');
    });
  });
}

async function subscribe(form: HTMLFormElement): Promise<void> {
  if (await Notification.requestPermission() !== 'granted') throw new Error('not allowed');
  await navigator.serviceWorker.register(workerUrl(form.dataset.push ?? ''));
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.pushKey });
  const [key, auth] = [subscription.getKey('p256dh'), subscription.getKey('auth')];
  if (!key || !auth) throw new Error('no keys');
  const put = (name: string, value: string) => {
    const field = form.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (field) field.value = value;
  };
  put('endpoint', subscription.endpoint);
  put('key', base64(key));
  put('auth', base64(auth));
}
