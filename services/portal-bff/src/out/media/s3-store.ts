import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  NoSuchKey,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { ByteRange } from '../../domain/media/byte-range.js';
import type { MediaPlace } from '../../domain/media/media-place.js';
import { checkedKey, type MediaStore } from './media-store.js';

/** Bytes of a part: the least that S3 takes. Two of them are in memory for each upload. */
const partSize = 5 * 1024 * 1024;

/**
 * An object store by the S3 API. Credentials come as the SDK finds them: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a
 * web identity, or the machine's role.
 */
export class S3Store implements MediaStore {
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly prefix: string;

  constructor({ bucket, prefix, region, endpoint, pathStyle }: Extract<MediaPlace, { kind: 's3' }>) {
    this.bucket = bucket;
    this.prefix = prefix;
    this.client = new S3Client({
      region,
      forcePathStyle: pathStyle,
      ...(endpoint === null ? {} : { endpoint }),
      // Stores other than Amazon's know only the checksums that an operation cannot be without.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000 },
    });
  }

  async put(key: string, bytes: AsyncIterable<Uint8Array>, type: string): Promise<void> {
    const upload = new Upload({
      client: this.client,
      params: { ...this.at(key), Body: Readable.from(bytes, { objectMode: false }), ContentType: type },
      partSize,
      queueSize: 1,
      leavePartsOnError: false,
    });
    await upload.done();
  }

  async open(key: string, range?: ByteRange): Promise<Readable | undefined> {
    const asked = { ...this.at(key), ...(range && { Range: `bytes=${range.from}-${range.to}` }) };
    try {
      const { Body } = await this.client.send(new GetObjectCommand(asked));
      return Body as Readable;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  /** Parts of an upload that never ended are invisible, and paid for. */
  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(key)));
    await this.abortBegun(this.at(key).Key);
  }

  async removeAll(prefix: string): Promise<void> {
    const Prefix = this.at(prefix).Key;
    for (let more = true; more; ) {
      // What was listed is gone by the next look, so each begins at the front.
      const page = await this.client.send(new ListObjectsV2Command({ Bucket: this.bucket, Prefix }));
      for (const { Key } of page.Contents ?? []) {
        await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key }));
      }
      more = page.IsTruncated === true;
    }
    await this.abortBegun(Prefix);
  }

  private async abortBegun(Prefix: string): Promise<void> {
    const begun = await this.client.send(new ListMultipartUploadsCommand({ Bucket: this.bucket, Prefix }));
    for (const { Key, UploadId } of begun.Uploads ?? []) {
      await this.client.send(new AbortMultipartUploadCommand({ Bucket: this.bucket, Key, UploadId }));
    }
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: `${this.prefix}${checkedKey(key)}` };
  }
}
