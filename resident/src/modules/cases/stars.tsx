// One to five stars, each with its word.
import { Icon } from '../../kit/icon.tsx'
import { star } from '../../kit/icons-more.ts'
import { mark } from '../../marks.ts'
import { words } from '../../words.ts'

const w = words({
  stars: ['{n} 分', '{n} of 5'],
  star1: ['很不满意', 'Very unhappy'],
  star2: ['不满意', 'Unhappy'],
  star3: ['一般', 'All right'],
  star4: ['满意', 'Happy'],
  star5: ['很满意', 'Very happy'],
})
const starWords = ['star1', 'star2', 'star3', 'star4', 'star5'] as const

interface StarsProps {
  readonly label: string
  readonly value: number
  readonly onValue: (value: number) => void
}
export const Stars = ({ label, value, onValue }: StarsProps) => (
  <fieldset class="field">
    <legend>{label}</legend>
    <div class="stars">
      {starWords.map((word, index) => (
        <label key={word} class={value > index ? 'lit' : undefined}>
          <span class="hidden-text">
            {w('stars', { n: index + 1 })}
            {mark('comma')}
            {w(word)}
          </span>
          <input type="radio" name="stars" checked={value === index + 1} onChange={() => onValue(index + 1)} />
          <Icon of={star} fill={value > index} />
        </label>
      ))}
    </div>
    <p class="strong" aria-hidden="true">
      {value > 0 ? w(starWords[value - 1] ?? 'star5') : ' '}
    </p>
  </fieldset>
)
