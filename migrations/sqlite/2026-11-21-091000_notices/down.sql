DROP TABLE mail_messages;
DROP TABLE deliveries;
DROP TABLE notice_settings;
DROP TABLE platform_notices;
DROP TABLE notices;
