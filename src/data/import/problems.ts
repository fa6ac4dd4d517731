import type { Problem } from '@/domain/problem'
import { teller, type Tell } from '../table-file'

/** Collects problems of all files; beyond so many of a kind in a file they are only counted. */
export class Problems {
  all: Problem[] = []
  untold = 0

  tellerOf(file: string): Tell {
    return teller(file, (problem) => this.all.push(problem), () => (this.untold += 1))
  }
}
