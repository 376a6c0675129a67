// For authors of scripts, inlined where the settings ask for it: the console shows every event that is told, and every call with what it answered.
import { isObject } from './ecwid.ts';

type Call = (...args: unknown[]) => unknown;
const shop = window.__awning;

const fire = shop.fire.bind(shop);
shop.fire = (name, args) => {
  console.info(`Ecwid.${name}`, ...args);
  return fire(name, args);
};
// Once all of them are there.
Ecwid.OnAPILoaded.add(() => { for (const [name, part] of [['Ecwid', Ecwid], ['Ecwid.Cart', Ecwid.Cart], ['Ecwid.Customer', Ecwid.Customer]] as const) show(name, part); });

/** Shows the calls of `part`, whose callbacks are shown when they are called. */
function show(name: string, part: unknown): void {
  if (!isObject(part)) return;
  for (const [key, call] of Object.entries(part)) {
    if (typeof call !== 'function') continue;
    const title = `${name}.${key}`;
    part[key] = (...args: unknown[]) => {
      const answer: unknown = (call as Call).apply(part, args.map((arg) => (typeof arg === 'function' ? heard(title, arg as Call) : arg)));
      console.info(`${title}(`, ...args, ')', ...answer === undefined ? [] : ['=', answer]);
      return answer;
    };
  }
}

function heard(title: string, callback: Call): Call {
  return (...args) => {
    console.info(`${title} called back`, ...args);
    return callback(...args);
  };
}
