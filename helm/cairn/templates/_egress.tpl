{{- /* Where pods may go: one rule each, a list item of a NetworkPolicy's egress. All take a dict: root, service, of. */ -}}

{{- define "cairn.egress.dns" -}}
- to: {{- toYaml .root.Values.networkPolicies.dns.to | nindent 4 }}
  ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]
{{- end -}}

{{- define "cairn.egress.kafka" -}}
{{ include "cairn.egress.peer" .root.Values.networkPolicies.kafka }}
{{- end -}}

{{- define "cairn.egress.redis" -}}
{{ include "cairn.egress.peer" .root.Values.networkPolicies.redis }}
{{- end -}}

{{- define "cairn.egress.collector" -}}
{{ include "cairn.egress.peer" .root.Values.networkPolicies.collector }}
{{- end -}}

{{/* A service's own database alone: where it says that it is, else where all are, else CloudNativePG's pods of its cluster. */}}
{{- define "cairn.egress.postgres" -}}
{{- $postgres := .root.Values.networkPolicies.postgres -}}
{{- $cluster := dict "podSelector" (dict "matchLabels" (dict "cnpg.io/cluster" (.of.database.secret | trimSuffix "-app"))) -}}
{{- $to := .of.database.peers | default $postgres.to | default (list $cluster) -}}
{{ include "cairn.egress.peer" (dict "to" $to "port" $postgres.port) }}
{{- end -}}

{{- define "cairn.egress.smtp" -}}
{{- $smtp := .root.Values.networkPolicies.smtp -}}
{{- if $smtp.to -}}
{{ include "cairn.egress.peer" $smtp }}
{{- else -}}
{{ include "cairn.egress.peer" (dict "to" (list (include "cairn.internet" . | fromYaml)) "port" $smtp.port) }}
{{- end -}}
{{- end -}}

{{- define "cairn.egress.shopify" -}}
{{ include "cairn.egress.peer" (dict "to" (list (include "cairn.internet" . | fromYaml)) "port" 443) }}
{{- end -}}

{{- define "cairn.egress.objectStore" -}}
{{- $store := .root.Values.networkPolicies.objectStore -}}
{{ include "cairn.egress.peer" (dict "to" ($store.to | default (list (include "cairn.internet" . | fromYaml))) "port" $store.port) }}
{{- end -}}

{{- define "cairn.internet" -}}
{{- $internet := .root.Values.networkPolicies.internet -}}
ipBlock: { cidr: {{ $internet.cidr }}, except: {{ toJson $internet.except }} }
{{- end -}}

{{/* dict: to, port. An empty `to` would mean everywhere, so it is refused. */}}
{{- define "cairn.egress.peer" -}}
{{- if not .to }}{{ fail "networkPolicies: a `to` is empty, which would allow every address" }}{{ end -}}
- to: {{- toYaml .to | nindent 4 }}
  ports: [{ port: {{ .port }} }]
{{- end -}}
