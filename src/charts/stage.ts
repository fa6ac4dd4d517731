/** What ECharts draws on: as much of its drawing engine as is needed to tell it when to paint. */
interface Painter {
  readonly animation: { update(still?: boolean): void }
  flush(): void
  wakeUp(): void
  resize(size: Size): void
  getWidth(): number | undefined
  getHeight(): number | undefined
  on(name: 'rendered', handler: () => void): void
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Milliseconds of a frame after which no further picture moves on in it. */
const ROOM = 4

/** The frame under way, what pictures have taken of it, and those that had no room in the one before. */
let frame: unknown
let taken = 0
const waiting = new Set<Stage>()

/**
 * When a picture paints. Each would in every frame, as soon as it is laid out; several pictures of thousands of marks would then make one long task.
 * So a picture is laid out in the caller's task and painted in a frame's, and pictures that move at the same time take turns, frame by frame.
 */
export class Stage {
  private atOnce = false
  private empty = false
  private held = false

  constructor(private readonly painter: Painter) {
    const { animation } = painter
    const paint = painter.flush.bind(painter)
    const move = animation.update.bind(animation)
    painter.flush = () => (this.atOnce ? paint() : painter.wakeUp())
    animation.update = (still) => (still ? move(still) : this.hasRoom() && this.take(move))
    painter.on('rendered', () => (this.empty = false))
  }

  /** The picture stands still: another one is taken in. */
  hold(): void {
    this.held = true
  }

  /** Makes the picture so large; what is laid out next is painted with a frame or, `atOnce`, in the same task. */
  set(size: Size, atOnce: boolean): void {
    this.held = false
    this.atOnce = atOnce
    if (size.width === this.painter.getWidth() && size.height === this.painter.getHeight()) return
    // Of the painter: the chart would lay the picture of before out anew.
    this.painter.resize(size)
    this.empty = true
  }

  /** Gives the place among those that wait to others. */
  leave(): void {
    waiting.delete(this)
  }

  /** A resized canvas is empty until it is painted: that does not wait. */
  private hasRoom(): boolean {
    if (this.held) return false
    const { currentTime } = document.timeline
    if (currentTime !== frame) taken = 0
    frame = currentTime
    const mine = waiting.size === 0 || waiting.has(this)
    if (this.empty || (mine && taken < ROOM)) return true
    waiting.add(this)
    return false
  }

  private take(move: () => void): void {
    waiting.delete(this)
    const from = performance.now()
    move()
    taken += performance.now() - from
  }
}
