// To-do API
// Status: draft: 3 open questions
// Partial: no load test follows from the answers yet; it needs the traffic at peak and at least one call like "GET /orders".
export {};
