-- What the client agreed to, word by word, and what the client said when refusing or taking back; both sealed.
alter table consent add column text bytea, add column ended_words bytea;
