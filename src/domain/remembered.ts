const MOST = 10_000

/** What a function gives for each text, given again where it is asked again; of very many texts it starts anew. */
export function remembered<Given>(of: (text: string) => Given): (text: string) => Given {
  const known = new Map<string, Given>()
  return (text) => {
    if (!known.has(text)) {
      if (known.size > MOST) known.clear()
      known.set(text, of(text))
    }
    return known.get(text)!
  }
}
