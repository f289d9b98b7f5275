// What somebody says of something done, with pictures: two fields of a drawer.
import { Form, Input } from 'antd'
import { PhotoField } from './photo-field.tsx'

interface Props {
  readonly words: string
  /** What is said where the words are missing or too short. */
  readonly wrong: string
  readonly photos: string
  readonly least?: number
  readonly most?: number
}
export const WordsAndPhotos = ({ words, wrong, photos, least = 2, most = 500 }: Props) => (
  <>
    <Form.Item name="words" label={words} rules={[{ required: true, whitespace: true, min: least, message: wrong }]}>
      <Input.TextArea rows={3} maxLength={most} showCount />
    </Form.Item>
    <Form.Item name="photos" label={photos}>
      <PhotoField />
    </Form.Item>
  </>
)
