import { controlAttributes, Field, type FieldProps } from './field.tsx';

type FileUploadProps = FieldProps &
  Readonly<{
    multiple?: boolean;
    /** Types offered by the file chooser, for example `.pdf,image/*`. */
    accept?: string;
    /** The largest file in words, for example `20 MB`. */
    maxSize?: string;
    /** Opens the camera of a phone to photograph a paper. */
    capture?: boolean;
  }>;

/** Files to send. The element shows their names and sizes, and takes them by drag and drop. The form needs `upload`. */
export function FileUpload(props: FileUploadProps) {
  const limit = props.maxSize ? `Mỗi tệp không quá ${props.maxSize}.` : '';
  const hint =
    props.hint || limit ? (
      <>
        {props.hint} {limit}
      </>
    ) : undefined;
  const field = { ...props, hint };
  return (
    <Field field={field}>
      <mc-files>
        <input
          {...controlAttributes(field)}
          class="govuk-file-upload"
          type="file"
          multiple={props.multiple === true}
          accept={props.accept}
          capture={props.capture ? 'environment' : undefined}
        />
      </mc-files>
    </Field>
  );
}
