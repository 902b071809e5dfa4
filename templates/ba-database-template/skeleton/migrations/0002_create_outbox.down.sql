DROP TABLE ${{ values.schema }}.outbox;
