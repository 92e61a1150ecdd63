DROP TABLE feedback_steps;
DROP TABLE feedback_messages;
