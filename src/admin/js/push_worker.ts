/** Shows notices of new orders, also while no page of the back office is open. It keeps nothing and fetches nothing. */

interface Told { title: string; to: string; tag: string }
interface Worker {
  addEventListener(kind: 'push', does: (event: { data: { json(): unknown } | null; waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(kind: 'notificationclick', does: (event: { notification: Notification; waitUntil(work: Promise<unknown>): void }) => void): void;
  registration: ServiceWorkerRegistration;
  clients: { openWindow(url: string): Promise<unknown> };
}
const worker = self as unknown as Worker;

worker.addEventListener('push', (event) => {
  const told = event.data?.json() as Told | undefined;
  if (!told) return;
  // One that comes twice takes its own place.
  event.waitUntil(worker.registration.showNotification(told.title, { tag: told.tag, data: told.to }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const to = String(event.notification.data ?? '/');
  event.waitUntil(worker.clients.openWindow(to.startsWith('/') && !to.startsWith('//') ? to : '/'));
});
