// The tabs of a room; on a phone they are moved sideways.
import './room-tabs.css'

interface RoomTabsProps<T extends string> {
  readonly label: string
  readonly tabs: readonly T[]
  readonly here: T | undefined
  readonly nameOf: (tab: T) => string
  readonly go: (tab: T) => void
}
/** `<RoomTabs label={say.tabs} tabs={tabs} here={here} nameOf={(tab) => say[tab]} go={(tab) => change({ tab })} />`. */
export const RoomTabs = <T extends string>({ label, tabs, here, nameOf, go }: RoomTabsProps<T>) => (
  <nav className="room-tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li key={tab}>
          <button type="button" aria-current={tab === here ? 'page' : undefined} onClick={() => go(tab)}>
            {nameOf(tab)}
          </button>
        </li>
      ))}
    </ul>
  </nav>
)
