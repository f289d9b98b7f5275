// Filing a case for a resident: how it was heard, where, what, and the person named with their consent.
import { App, Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { caseChannels, caseKinds, filedChannels, limits } from '../../../../contract/src/cases-life.ts'
import { useGo } from '../../platform/address.ts'
import { useAct } from '../../platform/api.ts'
import { PageHeader, ProblemPanel } from '../../platform/page.tsx'
import { PlacePicker } from '../../platform/place-picker.tsx'
import { useUnsaved } from '../../platform/unsaved.tsx'
import { usePick, useWords } from '../../platform/words.ts'
import { fileWords } from './file-words.ts'
import { CategorySelect, useKindOptions } from './kind-and-category.tsx'
import { NamedPerson } from './named-person.tsx'
import { PhotoField } from './photo-field.tsx'
import { Suggestion } from './suggestion.tsx'
import type { FileFields } from './file-fields.ts'
import './cases.css'
import '../../platform/forms.css'

const bodyOf = (fields: FileFields) => ({
  channel: fields.channel,
  placeId: fields.placeId,
  words: fields.words.trim(),
  photos: fields.photos ?? [],
  hideName: fields.hideName ?? false,
  ...(fields.placeNote?.trim() ? { placeNote: fields.placeNote.trim() } : {}),
  ...(fields.kind ? { kind: fields.kind } : {}),
  ...(fields.categoryId ? { categoryId: fields.categoryId } : {}),
  ...(fields.isNamed && fields.name
    ? {
        onBehalfOf: {
          name: fields.name.trim(),
          consent: fields.consent ?? false,
          ...(fields.phone?.trim() ? { phone: fields.phone.trim() } : {}),
        },
      }
    : {}),
})
const FilePage = () => {
  const say = useWords(fileWords)
  const go = useGo()
  const { message } = App.useApp()
  const file = useAct('POST /api/cases/filed', {
    onDone: (view) => {
      void message.success(say.done(view.number))
      go(`/cases/${view.id}`)
    },
  })
  const unsaved = useUnsaved(true, file.error)
  return (
    <div className="page file-page" onInput={unsaved.onInput}>
      <PageHeader title={say.title} lead={say.lead} />
      <Form<FileFields>
        layout="vertical"
        requiredMark={false}
        className="card"
        initialValues={{ channel: 'doorKnock', isNamed: true, consent: false, hideName: false }}
        scrollToFirstError={{ focus: true }}
        onFinish={(fields) => {
          unsaved.sent()
          file.mutate({ body: bodyOf(fields) })
        }}
      >
        <WhatFields />
        <NamedPerson />
        <Form.Item name="hideName" valuePropName="checked">
          <Checkbox>{say.hideName}</Checkbox>
        </Form.Item>
        {file.error ? <ProblemPanel problem={file.error} /> : null}
        <Button type="primary" size="large" htmlType="submit" loading={file.isPending} className="file-submit">
          {say.submit}
        </Button>
      </Form>
    </div>
  )
}
const WhatFields = () => {
  const say = useWords(fileWords)
  const pick = usePick()
  const kinds = useKindOptions(caseKinds)
  return (
    <>
      <Form.Item name="channel" label={say.channel}>
        <Radio.Group
          aria-label={say.channel}
          optionType="button"
          options={filedChannels.map((value) => ({ value, label: pick(caseChannels[value]) }))}
        />
      </Form.Item>
      <Form.Item name="placeId" label={say.place} rules={[{ required: true, message: say.placeWrong }]}>
        <PlacePicker label={say.place} />
      </Form.Item>
      <Form.Item name="placeNote" label={`${say.placeNote}${say.optional}`}>
        <Input maxLength={100} placeholder={say.placeNoteHint} />
      </Form.Item>
      <Form.Item
        name="words"
        label={say.words}
        rules={[{ required: true, whitespace: true, min: 2, message: say.wordsWrong }]}
      >
        <Input.TextArea rows={4} maxLength={limits.words} showCount placeholder={say.wordsHint} />
      </Form.Item>
      <Suggestion />
      <div className="file-two">
        <Form.Item name="kind" label={say.kind}>
          <Select options={kinds} aria-label={say.kind} placeholder={say.suggestHint} />
        </Form.Item>
        <Form.Item name="categoryId" label={say.category}>
          <CategorySelect />
        </Form.Item>
      </div>
      <Form.Item name="photos" label={`${say.photos}${say.optional}`}>
        <PhotoField />
      </Form.Item>
    </>
  )
}
export default FilePage
