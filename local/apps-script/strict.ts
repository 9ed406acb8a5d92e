/** Says so when the add-on asks for something that is not there, instead of answering `undefined`. */
export function strict<Members extends object>(name: string, members: Members): Members {
  return new Proxy(members, {
    get(target, key): unknown {
      if (typeof key === 'string' && !(key in target)) throw new Error(`the stand-in has no ${name}.${key}`);
      return Reflect.get(target, key);
    },
  });
}
