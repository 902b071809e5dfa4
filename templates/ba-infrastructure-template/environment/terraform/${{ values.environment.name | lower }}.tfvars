{%- set large = values.environment.size == 'large' -%}
{%- set medium = values.environment.size == 'medium' -%}
environment    = "${{ values.environment.name }}"
region         = "${{ values.region }}"
{%- if values.cloud == 'azure' %}
replication    = "{% if large %}GZRS{% elif medium %}ZRS{% else %}LRS{% endif %}"
{%- endif %}
retention_days = {% if large %}365{% elif medium %}90{% else %}30{% endif %}
