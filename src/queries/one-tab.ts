/** Does what only one tab may do at a time, by its name; others wait for their turn. */
export const inOneTab = <T>(what: string, act: () => Promise<T>): Promise<T> =>
  globalThis.navigator?.locks ? navigator.locks.request(what, act) : act()
