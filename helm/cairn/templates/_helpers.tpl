{{- define "cairn.names" -}}
ingestion points milestones rewards notifications portal-bff
{{- end -}}

{{/* portal-bff → PORTAL_BFF */}}
{{- define "cairn.upper" -}}
{{ . | upper | replace "-" "_" }}
{{- end -}}

{{/* dict: root, service */}}
{{- define "cairn.fullname" -}}
{{ printf "%s-%s" .root.Release.Name .service | trunc 63 | trimSuffix "-" }}
{{- end -}}

{{- define "cairn.selector" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: cairn
{{- end -}}

{{- define "cairn.labels" -}}
{{ include "cairn.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "cairn.image" -}}
{{ printf "%s/%s:%s" .root.Values.image.registry .service (.root.Values.image.tag | default .root.Chart.AppVersion) }}
{{- end -}}

{{- define "cairn.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{- define "cairn.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end -}}

{{/* How Kafka is reached. dict: root, service: whose user it is, a service's or `topics` */}}
{{- define "cairn.kafkaEnv" -}}
{{- $kafka := .root.Values.kafka -}}
- { name: KAFKA_BROKERS, value: {{ join "," $kafka.brokers | required "kafka.brokers: give host:port of the brokers" | quote }} }
{{- if $kafka.tls.enabled }}
- { name: KAFKA_TLS, value: "true" }
{{- if $kafka.tls.caSecret.name }}
- { name: KAFKA_CA_FILE, value: /etc/cairn/kafka/ca.crt }
{{- end }}
{{- end }}
{{- if $kafka.sasl.mechanism }}
- { name: KAFKA_SASL_MECHANISM, value: {{ $kafka.sasl.mechanism }} }
- { name: KAFKA_USERNAME, value: {{ printf "%s%s" $kafka.sasl.userPrefix .service }} }
- name: KAFKA_PASSWORD
  valueFrom: { secretKeyRef: { name: {{ printf "%s%s" $kafka.sasl.userPrefix .service }}, key: {{ $kafka.sasl.passwordKey }} } }
{{- end }}
{{- end -}}

{{/* Everything that a service reads from its environment. dict: root, service, of */}}
{{- define "cairn.env" -}}
{{- $v := .root.Values -}}
{{ include "cairn.kafkaEnv" . }}
- name: REDIS_URL
  valueFrom: { secretKeyRef: { name: {{ $v.redis.urlSecret.name }}, key: {{ $v.redis.urlSecret.key }} } }
- name: {{ include "cairn.upper" .service }}_DATABASE_URL
  valueFrom: { secretKeyRef: { name: {{ .of.database.secret }}, key: {{ .of.database.key }} } }
- { name: DATABASE_POOL, value: {{ .of.databasePool | quote }} }
- { name: SERVICE_TOKEN_FILE, value: /etc/cairn/tokens/tokens }
- { name: LOG_LEVEL, value: {{ $v.logLevel }} }
- { name: METRICS_PORT, value: "9090" }
# Milliseconds: longer than it takes until no node sends a stopping pod anything.
- { name: SHUTDOWN_DRAIN, value: "5000" }
{{- if has .service (list "ingestion" "points" "rewards") }}
- name: EMAIL_HASH_KEY
  valueFrom: { secretKeyRef: { name: {{ $v.secrets.emailHashKey.name }}, key: {{ $v.secrets.emailHashKey.key }} } }
{{- end }}
{{- if eq .service "milestones" }}
- { name: LINK_BASE_URL, value: {{ required "linkBaseUrl: where referral links begin" $v.linkBaseUrl | quote }} }
{{- end }}
{{- if eq .service "rewards" }}
- name: SHOPIFY_TOKEN_KEYS
  valueFrom: { secretKeyRef: { name: {{ $v.secrets.shopifyTokenKeys.name }}, key: {{ $v.secrets.shopifyTokenKeys.key }} } }
- { name: INGESTION_PUBLIC_URL, value: {{ $v.linkBaseUrl | quote }} }
{{- with $v.secrets.shopifyApp }}
{{- if .name }}
- name: SHOPIFY_API_KEY
  valueFrom: { secretKeyRef: { name: {{ .name }}, key: {{ .apiKey }} } }
{{- end }}
{{- end }}
{{- end }}
{{- if has .service (list "ingestion" "rewards") }}
{{- with $v.secrets.shopifyApp }}
{{- if .name }}
- name: SHOPIFY_API_SECRET
  valueFrom: { secretKeyRef: { name: {{ .name }}, key: {{ .apiSecret }} } }
{{- end }}
{{- end }}
{{- end }}
{{- if has .service (list "notifications" "portal-bff" "rewards") }}
- { name: PUBLIC_URL, value: {{ required "publicUrl: where browsers find the portal" $v.publicUrl | quote }} }
{{- end }}
{{- if eq .service "notifications" }}
- name: SMTP_URL
  valueFrom: { secretKeyRef: { name: {{ $v.mail.smtpSecret.name }}, key: {{ $v.mail.smtpSecret.key }} } }
- { name: MAIL_FROM, value: {{ required "mail.from: the address that mails come from" $v.mail.from | quote }} }
{{- end }}
{{- if eq .service "portal-bff" }}
- name: CAIRN_PLATFORM_TOKEN
  valueFrom: { secretKeyRef: { name: {{ $v.secrets.platformToken.name }}, key: {{ $v.secrets.platformToken.key }} } }
{{- $root := .root }}
{{- range without (splitList " " (include "cairn.names" .)) "portal-bff" }}
- { name: {{ include "cairn.upper" . }}_URL, value: {{ printf "http://%s:8080" (include "cairn.fullname" (dict "root" $root "service" .)) | quote }} }
{{- end }}
{{- end }}
{{- if and (eq .service "portal-bff") $v.media.s3.bucket }}
{{ include "cairn.mediaEnv" $v.media }}
{{- end }}
{{- range $name, $value := .of.env }}
- { name: {{ $name }}, value: {{ $value | quote }} }
{{- end }}
{{- end -}}

{{/* Where photos and videos are kept, and how large they may be. */}}
{{- define "cairn.mediaEnv" -}}
{{- with .s3 }}
{{- $asked := list (printf "region=%s" .region) }}
{{- with .endpoint }}{{ $asked = append $asked (printf "endpoint=%s" .) }}{{ end }}
{{- if .pathStyle }}{{ $asked = append $asked "path-style=true" }}{{ end }}
- { name: MEDIA_URL, value: {{ printf "s3://%s/%s?%s" .bucket .prefix (join "&" $asked) | quote }} }
{{- if .credentialsSecret.name }}
- name: AWS_ACCESS_KEY_ID
  valueFrom: { secretKeyRef: { name: {{ .credentialsSecret.name }}, key: {{ .credentialsSecret.accessKeyId }} } }
- name: AWS_SECRET_ACCESS_KEY
  valueFrom: { secretKeyRef: { name: {{ .credentialsSecret.name }}, key: {{ .credentialsSecret.secretAccessKey }} } }
{{- end }}
{{- end }}
{{- range $name, $megabytes := dict "PHOTO" .photoMegabytes "VIDEO" .videoMegabytes "DAILY" .dailyMegabytes }}
- { name: MEDIA_{{ $name }}_BYTES, value: {{ mul $megabytes 1000000 | quote }} }
{{- end }}
{{- end -}}

{{/* Where spans go, by the SDK's own variables (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/). */}}
{{- define "cairn.telemetryEnv" -}}
{{- with .root.Values.telemetry }}
{{- if .otlpEndpoint }}
- { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ .otlpEndpoint | quote }} }
- { name: OTEL_TRACES_SAMPLER, value: {{ .tracesSampler | quote }} }
{{- with .tracesSamplerArg }}
- { name: OTEL_TRACES_SAMPLER_ARG, value: {{ . | quote }} }
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "cairn.mounts" -}}
- { name: tokens, mountPath: /etc/cairn/tokens, readOnly: true }
{{ include "cairn.kafkaMounts" . }}
{{- end -}}

{{- define "cairn.kafkaMounts" -}}
- { name: tmp, mountPath: /tmp }
{{- if and .root.Values.kafka.tls.enabled .root.Values.kafka.tls.caSecret.name }}
- { name: kafka-ca, mountPath: /etc/cairn/kafka, readOnly: true }
{{- end }}
{{- end -}}

{{- define "cairn.volumes" -}}
{{- $v := .root.Values -}}
- name: tokens
  secret:
    secretName: {{ $v.secrets.serviceTokens.name }}
    items: [{ key: {{ $v.secrets.serviceTokens.key }}, path: tokens }]
{{ include "cairn.kafkaVolumes" . }}
{{- end -}}

{{- define "cairn.kafkaVolumes" -}}
{{- $v := .root.Values -}}
- { name: tmp, emptyDir: { sizeLimit: 64Mi } }
{{- if and $v.kafka.tls.enabled $v.kafka.tls.caSecret.name }}
- name: kafka-ca
  secret:
    secretName: {{ $v.kafka.tls.caSecret.name }}
    items: [{ key: {{ $v.kafka.tls.caSecret.key }}, path: ca.crt }]
{{- end }}
{{- end -}}
