// The event containers of `window.Ecwid` and `instantsite`.
import type { Callback, EventContainer, EventName } from './ecwid.ts';

interface Subscriber { callback: Callback; isDue: boolean }

const fires: Partial<Record<EventName, (args: unknown[]) => boolean>> = {};

/** Calls every subscriber; `false` if one of them returned exactly `false`. */
export function fire(name: EventName, args: unknown[]): boolean {
  return fires[name]?.(args) ?? true;
}

/** A container; one that `keeps` its last state also tells it to those who subscribe late, once. */
export function container(name: EventName, keeps = false): EventContainer {
  const subscribers: Subscriber[] = [];
  let last: unknown[] | undefined;
  fires[name] = (args) => {
    if (keeps) last = args;
    return !subscribers.slice().map((subscriber) => call(subscriber, args)).includes(false);
  };
  return {
    add(callback) {
      if (typeof callback !== 'function') return;
      const subscriber = { callback, isDue: !!last };
      subscribers.push(subscriber);
      if (last) queueMicrotask(() => { if (last && subscriber.isDue) call(subscriber, last); });
    },
  };
}

/** What the subscriber returned; one that throws is reported, and stops nobody. */
function call(subscriber: Subscriber, args: unknown[]): unknown {
  const { callback } = subscriber;
  subscriber.isDue = false;
  try {
    return callback(...structuredClone(args));
  } catch (error) {
    console.error(error);
    return undefined;
  }
}
